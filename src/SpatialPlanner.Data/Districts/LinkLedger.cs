using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Data.Districts;

/// <summary>How each building and facility came to the network: the rows of the snap ledger.</summary>
/// <param name="Buildings">Outcome of each building.</param>
/// <param name="Facilities">Outcome of each facility.</param>
public sealed record LinkLedger(LinkOutcome[] Buildings, LinkOutcome[] Facilities);
