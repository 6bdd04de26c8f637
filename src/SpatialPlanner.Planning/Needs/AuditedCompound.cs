namespace SpatialPlanner.Planning.Needs;

/// <summary>A compound whose rooms are audited.</summary>
/// <param name="Id">Id.</param>
/// <param name="Dwellings">Dwellings, one household each; null for a compound that the data do not have.</param>
/// <param name="Rooms">Its rooms; none where there is no record of any.</param>
public sealed record AuditedCompound(string Id, long? Dwellings, IReadOnlyList<RoomRecord> Rooms);
