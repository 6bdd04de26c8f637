namespace SpatialPlanner.Engine.Linking;

/// <summary>Collects the links of points, point by point.</summary>
public sealed class LinkageBuilder
{
    private readonly List<int> firstLink = [0];
    private readonly List<LinkPosition> links = [];

    /// <summary>Adds a link to the point being collected.</summary>
    /// <param name="link">Position and leg.</param>
    public void Add(LinkPosition link) => links.Add(link);

    /// <summary>Adds all links that a point has elsewhere.</summary>
    /// <param name="linkage">The other linkage.</param>
    /// <param name="point">The point there.</param>
    public void AddAll(Linkage linkage, int point)
    {
        foreach (var link in linkage.LinksOf(point))
        {
            Add(link);
        }
    }

    /// <summary>Ends the point being collected, linked or not.</summary>
    public void EndPoint() => firstLink.Add(links.Count);

    /// <summary>Makes the linkage.</summary>
    public Linkage Build() => new(
        [.. firstLink],
        [.. links.Select(l => l.Edge)],
        [.. links.Select(l => l.OffsetMm)],
        [.. links.Select(l => l.AccessMm)]);
}
