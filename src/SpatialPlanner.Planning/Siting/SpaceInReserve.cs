namespace SpatialPlanner.Planning.Siting;

/// <summary>A space for later (项目储备), whatever the budget of today.</summary>
/// <param name="Space">Space, as its place in the problem.</param>
/// <param name="Rooms">Its best rooms, as places in the problem.</param>
/// <param name="Gain">What it would add to the plan and the spaces before it in the list.</param>
/// <param name="CostCny">What it would cost, CNY.</param>
public sealed record SpaceInReserve(int Space, IReadOnlyList<int> Rooms, long Gain, long CostCny);
