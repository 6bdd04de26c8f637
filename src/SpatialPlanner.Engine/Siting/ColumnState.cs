namespace SpatialPlanner.Engine.Siting;

/// <summary>What is settled about a column.</summary>
public enum ColumnState : byte
{
    /// <summary>It may be chosen or not.</summary>
    Free,

    /// <summary>It is chosen.</summary>
    In,

    /// <summary>It is not chosen.</summary>
    Out,
}
