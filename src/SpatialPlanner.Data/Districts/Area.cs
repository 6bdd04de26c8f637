using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Districts;

/// <summary>An area with its shape.</summary>
/// <param name="Code">Code or id; <c>""</c> for what lies outside the areas of a level.</param>
/// <param name="Name">Name.</param>
/// <param name="NameEn">English name, or the name.</param>
/// <param name="Parent">Code of the area it belongs to, or null.</param>
/// <param name="Shape">Shape in longitude/latitude; null for what lies outside.</param>
public sealed record Area(string Code, string Name, string NameEn, string? Parent, Geometry? Shape);
