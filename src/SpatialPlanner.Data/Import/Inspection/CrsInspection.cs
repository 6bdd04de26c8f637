using SpatialPlanner.Data.Crs.Detection;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Import.Inspection;

/// <summary>Coordinate system of a table as declared, given or proposed, with the evidence.</summary>
/// <param name="Declared">What the file declares; null where it does not.</param>
/// <param name="Code">The system that an import would take; null where the user has to say.</param>
/// <param name="Reason">Why that one, or why none.</param>
/// <param name="Verdict">What the numbers and the streets say; null for a table without geometry.</param>
/// <param name="Proposed">The system to take by the evidence; null where nobody can tell.</param>
/// <param name="Evidence">The same in words.</param>
/// <param name="Candidates">Systems that the numbers allow, the likeliest first.</param>
public sealed record CrsInspection(
    DeclaredCrs? Declared, string? Code, LocalText Reason, CrsVerdict? Verdict, string? Proposed, LocalText? Evidence,
    IReadOnlyList<CandidateInspection> Candidates);

/// <summary>A coordinate system that a table may be in.</summary>
/// <param name="Code">Code to give as coordinate system.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why the numbers speak for it.</param>
/// <param name="Text">How the table lies in it, as a sentence.</param>
public sealed record CandidateInspection(string Code, LocalText Name, LocalText Reason, LocalText Text);
