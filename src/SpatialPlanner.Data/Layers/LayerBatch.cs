using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Layers;

/// <summary>What one reader took from one file, ready to be stored in one transaction.</summary>
/// <param name="File">File name as the user gave it.</param>
/// <param name="Crs">Declared coordinate system of the file, e.g. <c>EPSG:4326</c>.</param>
/// <param name="Layers">
/// Rows by layer, to be enumerated and not copied: they may be many and come from a file. A reader adds every row it
/// takes; ids are unique within a layer.
/// </param>
/// <param name="RowsRead">Rows read by layer, taken or not.</param>
/// <param name="Problems">Everything worth telling, in file order.</param>
public sealed record LayerBatch(
    string File,
    string Crs,
    IReadOnlyDictionary<LayerSchema, IReadOnlyCollection<LayerRow>> Layers,
    IReadOnlyDictionary<LayerSchema, int> RowsRead,
    IReadOnlyList<InputProblem> Problems)
{
    /// <summary>Format of the file, e.g. <c>GeoJSON</c>; empty where nobody said.</summary>
    public string Format { get; init; } = string.Empty;

    /// <summary>Text encoding of the file and how it is known; empty where the format has but one.</summary>
    public string Encoding { get; init; } = string.Empty;

    /// <summary>Why the file was read in <see cref="Crs"/>; empty where nobody said.</summary>
    public string CrsReason { get; init; } = string.Empty;

    /// <summary>How coordinates became WGS 84; empty where they were.</summary>
    public string Conversion { get; init; } = string.Empty;

    /// <summary>Rows mended while they were read, where the reader counted them; else the problems tell.</summary>
    public IReadOnlyDictionary<LayerSchema, int> RowsRepaired { get; init; } = new Dictionary<LayerSchema, int>();

    /// <summary>What was done to the rows of layers after they were read; layers that are not in it are as read.</summary>
    public IReadOnlyDictionary<LayerSchema, RowChanges> Changes { get; init; } = new Dictionary<LayerSchema, RowChanges>();

    /// <summary>Keys of stored rows that the batch supersedes, by layer: they leave when it is stored.</summary>
    public IReadOnlyDictionary<LayerSchema, IReadOnlyCollection<string>> Leaving { get; init; } =
        new Dictionary<LayerSchema, IReadOnlyCollection<string>>();
}
