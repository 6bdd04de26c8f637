namespace SpatialPlanner.Planning.Siting;

/// <summary>One space for another.</summary>
/// <param name="Out">Space of the plan, as its place in the problem.</param>
/// <param name="In">Space that would stand in.</param>
/// <param name="Rooms">Its best rooms then, as places in the problem.</param>
/// <param name="Loss">What the plan would lose.</param>
public sealed record SpaceSwap(int Out, int In, IReadOnlyList<int> Rooms, long Loss);
