namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>How a layer lies among streets in one place.</summary>
/// <param name="Features">Features near a street.</param>
/// <param name="Cut">Share of them that a street runs through; null where the layer has no polygons.</param>
/// <param name="OnStreet">Share of their places within 3 m of a street.</param>
/// <param name="Beside">Share of their places within 10 m of a street.</param>
internal readonly record struct StreetShares(int Features, double? Cut, double OnStreet, double Beside);
