namespace SpatialPlanner.Planning.Siting;

/// <summary>A plan that no other beats in all of cost, gain and worst community.</summary>
/// <param name="CostCny">Cost, CNY.</param>
/// <param name="Gain">What it gains, in <see cref="PlanProblem.ValueOfOne"/>.</param>
/// <param name="Bound">No plan of that cost gains more.</param>
/// <param name="WorstShare">Least share covered with the plan, over communities and the services asked for, 0..1; 1 where nobody lives.</param>
/// <param name="WorstCommunity">That community, as its place in the problem, or -1.</param>
/// <param name="Rooms">Its rooms, as places in the problem, rising.</param>
/// <param name="IsKnee">
/// True where it is proved that the front bends here: at some exchange of money for gain no plan is better. The ends of the front
/// are knees where they are proved.
/// </param>
public sealed record PlanFrontPoint(
    long CostCny, long Gain, double Bound, double WorstShare, int WorstCommunity, IReadOnlyList<int> Rooms, bool IsKnee);
