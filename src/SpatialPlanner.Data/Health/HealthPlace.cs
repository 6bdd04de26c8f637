namespace SpatialPlanner.Data.Health;

/// <summary>Where a finding is.</summary>
/// <param name="Id">The row.</param>
/// <param name="OtherId">The other row where it is about two, or null.</param>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="GapM">Metres between what should meet; null where that means nothing.</param>
public sealed record HealthPlace(string Id, string? OtherId, double Lon, double Lat, double? GapM = null);
