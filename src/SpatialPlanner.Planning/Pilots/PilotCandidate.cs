namespace SpatialPlanner.Planning.Pilots;

/// <summary>A community that may become a pilot.</summary>
/// <param name="Code">Community code; on a tie the lower goes first.</param>
/// <param name="Subdistrict">Place of its subdistrict.</param>
/// <param name="Values">Value of each criterion; null where it is not known.</param>
public sealed record PilotCandidate(string Code, int Subdistrict, IReadOnlyList<double?> Values);
