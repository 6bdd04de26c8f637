namespace SpatialPlanner.Data.Sample;

/// <summary>The generations of housing of an inner-city district.</summary>
internal enum HousingKind
{
    Lanes,
    WalkUp,
    MidRise,
    Towers,
}
