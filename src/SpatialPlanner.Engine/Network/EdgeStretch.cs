namespace SpatialPlanner.Engine.Network;

/// <summary>A stretch of an edge as it is walked.</summary>
/// <param name="Edge">Edge.</param>
/// <param name="FromMm">Where the walk comes onto it, millimetres from the edge's first end.</param>
/// <param name="ToMm">Where the walk leaves it; less than <paramref name="FromMm"/> where it is walked backward.</param>
public readonly record struct EdgeStretch(int Edge, int FromMm, int ToMm)
{
    /// <summary>Its length, millimetres.</summary>
    public int LengthMm => Math.Abs(ToMm - FromMm);
}
