namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>What a decision rests on.</summary>
internal enum CrsBasis
{
    /// <summary>Too little; a declared system is taken.</summary>
    Nothing,

    /// <summary>The numbers alone.</summary>
    Numbers,

    /// <summary>The extent of the place.</summary>
    Extent,

    /// <summary>How the layer lies among the streets.</summary>
    Streets,
}
