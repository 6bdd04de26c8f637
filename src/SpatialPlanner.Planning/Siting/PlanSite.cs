namespace SpatialPlanner.Planning.Siting;

/// <summary>A chosen space.</summary>
/// <param name="Id">Id of the idle space.</param>
/// <param name="Name">Its name.</param>
/// <param name="CommunityCode">Its community.</param>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="FloorAreaM2">Floor area of the space, m².</param>
/// <param name="UsedAreaM2">Floor area of its rooms, m².</param>
/// <param name="CostCny">Cost of the space and its rooms, CNY.</param>
/// <param name="Year">Year of the phase, from 1; 1 without phases.</param>
/// <param name="Typology">What it becomes.</param>
/// <param name="Reasons">Why that, in words.</param>
/// <param name="Rooms">Its rooms, in the order of the pack.</param>
/// <param name="MarginalGain">What the plan would lose without it.</param>
/// <param name="AloneGain">What it would give if nothing else were built.</param>
/// <param name="IsRequired">True where the question asked for it.</param>
public sealed record PlanSite(
    string Id, string? Name, string? CommunityCode, double Lon, double Lat, double FloorAreaM2, double UsedAreaM2, long CostCny,
    int Year, SiteTypology Typology, IReadOnlyList<LocalText> Reasons, IReadOnlyList<PlanRoom> Rooms, double MarginalGain,
    double AloneGain, bool IsRequired);
