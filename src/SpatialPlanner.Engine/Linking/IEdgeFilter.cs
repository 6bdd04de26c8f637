namespace SpatialPlanner.Engine.Linking;

/// <summary>Says which edges count. Make it a struct: the search then has no call to make.</summary>
public interface IEdgeFilter
{
    /// <summary>True where an edge counts.</summary>
    /// <param name="edge">Edge.</param>
    bool Takes(int edge);
}
