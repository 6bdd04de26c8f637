using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Import.Inspection;

/// <summary>Coordinate system of a table as declared or proposed.</summary>
/// <param name="Declared">What the file declares; null where it does not.</param>
/// <param name="Code">The system that an import would take; null where the user has to say.</param>
/// <param name="Reason">Why that one, or why none.</param>
public sealed record CrsInspection(DeclaredCrs? Declared, string? Code, LocalText Reason);
