namespace SpatialPlanner.Data.Districts;

/// <summary>What the figures by community are figures of.</summary>
public enum CommunityKind
{
    /// <summary>Communities of the data.</summary>
    Community,

    /// <summary>The smallest administrative areas of the data stand in for communities.</summary>
    Administrative,

    /// <summary>A grid of hexagons stands in for communities.</summary>
    Hexagon,
}
