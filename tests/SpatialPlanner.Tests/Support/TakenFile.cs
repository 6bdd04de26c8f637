using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Tests.Support;

/// <summary>A file read as an import reads it.</summary>
internal sealed class TakenFile
{
    private readonly LayerSchema _layer;

    private TakenFile(LayerSchema layer, ReadFile read) =>
        (_layer, Rows, Problems, Result) = (layer, [.. read.Batch.Layers[layer]], read.Batch.Problems, read.Result);

    public IReadOnlyList<LayerRow> Rows { get; }

    public IReadOnlyList<InputProblem> Problems { get; }

    public ImportResult Result { get; }

    public static TakenFile Read(string path, LayerSchema layer, ImportOptions? options = null)
    {
        using var read = Importer.Read(path, (options ?? new ImportOptions()) with
        {
            Layer = layer,
        }, Pack.Default);
        return new TakenFile(layer, read);
    }

    public static InputProblem Refused(string path, LayerSchema layer, ImportOptions? options = null) =>
        Assert.Throws<InputException>(() => Read(path, layer, options)).Problem;

    /// <summary>Values of a column, row by row.</summary>
    public object?[] Column(string name) => [.. Rows.Select(r => r.Values[_layer.Require(name)])];

    /// <summary>The one remark that has these words.</summary>
    public InputProblem Told(string words) => Assert.Single(Problems, p => p.What.En.Contains(words, StringComparison.Ordinal));
}
