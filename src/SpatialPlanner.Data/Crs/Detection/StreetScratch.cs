namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>Memory of one comparison, used again for each feature.</summary>
internal sealed class StreetScratch
{
    /// <summary>Edges near a polygon.</summary>
    public List<int> Edges { get; } = [];

    /// <summary>Shares of a segment at which it crosses a ring.</summary>
    public List<double> Shares { get; } = [];
}
