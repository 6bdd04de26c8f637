namespace SpatialPlanner.Engine.Siting;

/// <summary>The best sites found and what is proved about them.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Distance">Least distance between two of the sites.</param>
/// <param name="Bound">No choice has a larger least distance.</param>
/// <param name="Sites">The chosen sites, rising.</param>
/// <param name="Nodes">Nodes of the search trees.</param>
public sealed record DispersionResult(SitingStatus Status, long Distance, long Bound, int[] Sites, long Nodes);
