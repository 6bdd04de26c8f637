namespace SpatialPlanner.Data.Health;

/// <summary>Where a finding is, and how far apart what should meet.</summary>
/// <param name="EdgeId">The edge.</param>
/// <param name="OtherEdgeId">The other edge, or null.</param>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="GapM">Metres between the two.</param>
public sealed record FaultPlace(string EdgeId, string? OtherEdgeId, double Lon, double Lat, double GapM);
