namespace SpatialPlanner.Planning.Siting;

/// <summary>A plan that no other beats in all of cost, coverage and worst community.</summary>
/// <param name="CostCny">Cost, CNY.</param>
/// <param name="Gain">People newly covered, by weight and priority.</param>
/// <param name="Bound">No plan of that cost gains more.</param>
/// <param name="WorstShare">Share covered in the community that is worst off with the plan, over the services asked for, 0..1.</param>
/// <param name="WorstCommunity">Code of that community.</param>
/// <param name="Sites">Ids of its spaces.</param>
/// <param name="IsKnee">True where the front bends: the points between two knees are no better value than both.</param>
public sealed record ParetoPoint(
    long CostCny, double Gain, double Bound, double WorstShare, string? WorstCommunity, IReadOnlyList<string> Sites, bool IsKnee);
