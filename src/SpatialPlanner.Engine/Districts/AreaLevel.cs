namespace SpatialPlanner.Engine.Districts;

/// <summary>Level of an area, from the whole to the part.</summary>
public enum AreaLevel
{
    /// <summary>The whole district.</summary>
    District,

    /// <summary>街道.</summary>
    Subdistrict,

    /// <summary>社区, or what stands in for it.</summary>
    Community,

    /// <summary>小区.</summary>
    Compound,
}
