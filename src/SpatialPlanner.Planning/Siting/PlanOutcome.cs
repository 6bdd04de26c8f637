using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>The rooms that <c>PlanSolver</c> chose, and what is proved. Gains are in <see cref="PlanProblem.ValueOfOne"/>.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Objective">What the rooms gain; with phases the sum over the years; with a target the cost, CNY.</param>
/// <param name="Bound">Nothing allowed is better.</param>
/// <param name="Rooms">The chosen rooms (places in <see cref="PlanProblem.Rooms"/>), rising.</param>
/// <param name="Year">Year of each of them, from 0.</param>
public sealed record PlanOutcome(
    SitingStatus Status, long Objective, double Bound, IReadOnlyList<int> Rooms, IReadOnlyList<int> Year);
