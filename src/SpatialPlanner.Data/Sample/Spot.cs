namespace SpatialPlanner.Data.Sample;

/// <summary>A place along a street, or on a parcel of its own, where a facility or an idle space may be.</summary>
/// <param name="Number">Its number among all places.</param>
/// <param name="At">The place.</param>
/// <param name="Parcel">Index of the parcel behind it.</param>
/// <param name="Kind">What street it faces.</param>
/// <param name="On">What the parcel is for.</param>
internal sealed record Spot(int Number, Vec At, int Parcel, StreetKind Kind, ParcelUse On);
