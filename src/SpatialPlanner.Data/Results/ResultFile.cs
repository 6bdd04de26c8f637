using SpatialPlanner.Data.Export;

namespace SpatialPlanner.Data.Results;

/// <summary>A result layer as a file of a run.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Format">Format of <see cref="LayerExport"/>.</param>
/// <param name="Name">Name of the file.</param>
public sealed record ResultFile(ResultLayer Layer, string Format, string Name);
