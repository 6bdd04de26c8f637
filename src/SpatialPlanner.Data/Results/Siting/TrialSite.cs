namespace SpatialPlanner.Data.Results.Siting;

/// <summary>A site of a plan that is tried out, where its space is or where it was moved to.</summary>
/// <param name="Space">Its space, as its place in the ground.</param>
/// <param name="Rooms">Its rooms: service as its place in the problem, and the people it can serve or null where that is not counted.</param>
/// <param name="Year">Year in which it is built, from 0.</param>
/// <param name="At">Local metres of where it was moved to; null where it stands in its space.</param>
public sealed record TrialSite(int Space, IReadOnlyList<(int Service, long? CapacityPeople)> Rooms, int Year, (double X, double Y)? At);
