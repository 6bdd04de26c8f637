namespace SpatialPlanner.Data.Locate;

/// <summary>A demand, or a part of it, and the site that serves it.</summary>
/// <param name="Demand">The demand, as its place in the table.</param>
/// <param name="Site">The site, as its place in the table; null where nothing serves it.</param>
/// <param name="Cost">Cost of the pair, in units of the table's scale; 0 without a site.</param>
/// <param name="Units">Weight served, in units of the table's scale; without a site the weight that is not served.</param>
public sealed record ServedDemand(int Demand, int? Site, long Cost, long Units);
