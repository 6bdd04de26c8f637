namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>The best sites found and what is proved about them.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Radius">Distance of the farthest demand from its site, at most; 0 where there is no answer.</param>
/// <param name="Bound">No choice has a smaller radius than this.</param>
/// <param name="Sites">The chosen sites, rising.</param>
/// <param name="Nodes">Nodes of the search trees.</param>
public sealed record PCenterResult(SitingStatus Status, long Radius, long Bound, int[] Sites, long Nodes);
