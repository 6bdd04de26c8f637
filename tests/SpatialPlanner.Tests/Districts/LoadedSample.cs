using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Tests.Sample;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Districts;

/// <summary>The sample district, loaded once for all tests.</summary>
public sealed class LoadedSample
{
    private static readonly Lazy<LoadedDistrict> Shared = new(() => Load(new SampleFixture().Batch));
    private static readonly Lazy<Assessment> Assessed = new(() => new Assessment(Shared.Value));

    public LoadedDistrict Loaded { get; } = Shared.Value;

    public Assessment Assessment { get; } = Assessed.Value;

    public static LoadedDistrict Load(LayerBatch batch)
    {
        var rows = WorkspaceLayers.All.ToDictionary(
            l => l,
            l => (IReadOnlyList<LayerRow>)[.. batch.Layers.GetValueOrDefault(l, []).OrderBy(r => (string)r.Values[0]!, StringComparer.Ordinal)]);
        return new DistrictBuilder(rows, Pack.Default, new(new("测试", "Test"), true, "test"), "fingerprint").Build([], []);
    }
}
