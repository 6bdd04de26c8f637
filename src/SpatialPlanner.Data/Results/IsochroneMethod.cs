namespace SpatialPlanner.Data.Results;

/// <summary>How an isochrone is drawn.</summary>
public enum IsochroneMethod
{
    /// <summary>The reached stretches of streets, cut exactly where a limit ends.</summary>
    Edges,

    /// <summary>One polygon a limit: a strip along the reached streets.</summary>
    Corridor,

    /// <summary>One polygon a limit: the ground from which the walk keeps within it.</summary>
    Contour,
}
