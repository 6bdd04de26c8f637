using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>A coordinate system to be tried.</summary>
/// <param name="System">The system.</param>
/// <param name="Reason">Why the numbers speak for it.</param>
/// <param name="Ground">How strongly.</param>
internal sealed record Hypothesis(CoordinateSystem System, LocalText Reason, Ground Ground)
{
    /// <summary>
    /// True for GCJ-02 and BD-09: they lie so near to WGS 84 that extents tell nothing, only streets do.
    /// </summary>
    public bool IsShifted => System.Wkt is null;
}

/// <summary>What a hypothesis rests on.</summary>
internal enum Ground
{
    /// <summary>The file says so.</summary>
    Declared,

    /// <summary>The numbers say so by themselves.</summary>
    Numbers,

    /// <summary>The numbers allow it, as they allow others.</summary>
    Possible,
}
