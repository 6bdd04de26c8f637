using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Data.Results;

/// <summary>The places of an isochrone.</summary>
/// <param name="Links">Where they stand on the network, a point each.</param>
/// <param name="Points">Where they lie, local metres: the centres of the circles it is compared with.</param>
public sealed record IsochronePlaces(Linkage Links, IReadOnlyList<(double X, double Y)> Points);
