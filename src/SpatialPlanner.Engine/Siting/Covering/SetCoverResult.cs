namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>The best cover found and what is proved about it.</summary>
/// <param name="Status">
/// How the search ended; <see cref="SitingStatus.Infeasible"/> also where it is proved that nothing costs as little as was
/// asked for.
/// </param>
/// <param name="Cost">Cost of the cover; 0 where there is none.</param>
/// <param name="Bound">No cover costs less than this.</param>
/// <param name="Columns">The chosen columns, rising.</param>
/// <param name="Nodes">Nodes of the search tree.</param>
public sealed record SetCoverResult(SitingStatus Status, long Cost, long Bound, int[] Columns, long Nodes);
