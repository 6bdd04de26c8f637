namespace SpatialPlanner.Planning.Siting;

/// <summary>A space that was not chosen.</summary>
/// <param name="Id">Id of the idle space.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="LossIfForced">What the plan would lose if it had to be in it; null where that cannot be or was not worked out.</param>
public sealed record NotChosenSite(string Id, string? Name, LocalText Reason, double? LossIfForced);
