using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Sample;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Sample;

/// <summary>The default sample, made once for all tests.</summary>
public sealed class SampleFixture
{
    private static readonly Lazy<LayerBatch> Shared = new(Make);

    public LayerBatch Batch { get; } = Shared.Value;

    public static LayerBatch Make() => SampleDistrict.Make(SampleRecipe.Default, Pack(), null, CancellationToken.None);

    public static RulePack Pack() =>
        RulePackJson.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "rules", "cn-15min.json")));

    public IReadOnlyList<LayerRow> Rows(LayerSchema layer) => (List<LayerRow>)Batch.Layers[layer];

    public static long Whole(LayerSchema layer, LayerRow row, string column) =>
        (long)row.Values[layer.Require(column)]!;

    public static string? Text(LayerSchema layer, LayerRow row, string column) =>
        (string?)row.Values[layer.Require(column)];

    public static bool Flag(LayerSchema layer, LayerRow row, string column) => (bool)row.Values[layer.Require(column)]!;
}
