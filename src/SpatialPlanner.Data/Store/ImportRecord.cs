using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Store;

/// <summary>Where the rows of a layer came from: one record for each layer of each imported file.</summary>
/// <param name="Source">The file.</param>
/// <param name="Crs">Coordinate system the file was read in.</param>
/// <param name="Layer">Name of the layer that was filled.</param>
/// <param name="RowsRead">Rows of the file meant for the layer.</param>
/// <param name="RowsTaken">Rows stored.</param>
/// <param name="RowsRepaired">Rows stored after a stated repair.</param>
/// <param name="RowsRejected">Rows left out.</param>
/// <param name="ImportedAt">Time of the import, ISO 8601, UTC.</param>
/// <param name="ProgramVersion">Version of the program that imported.</param>
public sealed partial record ImportRecord(
    ImportSource Source, string Crs, string Layer, long RowsRead, long RowsTaken, long RowsRepaired,
    long RowsRejected, string ImportedAt, string ProgramVersion)
{
    /// <summary>Format of the file; empty in records of former versions.</summary>
    public string Format { get; init; } = string.Empty;

    /// <summary>Text encoding and how it is known; empty where the format has but one.</summary>
    public string Encoding { get; init; } = string.Empty;

    /// <summary>Why the file was read in that coordinate system.</summary>
    public string CrsReason { get; init; } = string.Empty;

    /// <summary>How coordinates became WGS 84; empty where they were.</summary>
    public string Conversion { get; init; } = string.Empty;

    /// <summary>The record of one layer of a batch.</summary>
    /// <param name="batch">What the reader took.</param>
    /// <param name="layer">One of its layers.</param>
    /// <param name="source">The file.</param>
    /// <param name="importedAt">Time of the import, ISO 8601, UTC.</param>
    public static ImportRecord Of(LayerBatch batch, LayerSchema layer, ImportSource source, string importedAt)
    {
        var taken = batch.Layers.TryGetValue(layer, out var rows) ? rows.Count : 0;
        var read = batch.RowsRead.GetValueOrDefault(layer, taken);
        return new ImportRecord(
            source, batch.Crs, layer.Name, read, taken, Math.Max(batch.RowsRepaired.GetValueOrDefault(layer), Repaired(batch, layer, rows)),
            Math.Max(0, read - taken + (batch.Changes.GetValueOrDefault(layer)?.Added ?? 0)), importedAt,
            ProgramInfo.Version)
        {
            Format = batch.Format,
            Encoding = batch.Encoding,
            CrsReason = batch.CrsReason,
            Conversion = batch.Conversion,
        };
    }

    // A problem names a place and not a layer; the place of the row tells which layer it is.
    private static int Repaired(LayerBatch batch, LayerSchema layer, IReadOnlyCollection<LayerRow>? rows)
    {
        var places = batch.Problems.Where(p => p.Severity == ProblemSeverity.Repaired).Select(p => p.Place).ToHashSet();
        var changed = batch.Changes.GetValueOrDefault(layer)?.Ids;
        return (places.Count == 0 && changed is null) || rows is null || batch.RowsRepaired.ContainsKey(layer) && changed is null
            ? 0
            : rows.Count(r => (r.Place is not null && places.Contains(r.Place)) || changed?.Contains((string)r.Values[0]!) == true);
    }
}
