using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export;

/// <summary>What an export wrote.</summary>
/// <param name="Rows">Number of rows written.</param>
/// <param name="Files">Paths of the files, the metadata file last.</param>
/// <param name="Notes">What the user should know: what the format could not hold, and the ids it concerns.</param>
public sealed record ExportResult(long Rows, IReadOnlyList<string> Files, IReadOnlyList<LocalText> Notes);
