using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Tests.Sample;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Districts;

/// <summary>The sample district, loaded once for all tests.</summary>
public sealed class LoadedSample
{
    public LoadedDistrict Loaded { get; } = Load(SampleFixture.Make());

    public static LoadedDistrict Load(LayerBatch batch)
    {
        var rows = WorkspaceLayers.All.ToDictionary(
            l => l,
            l => (IReadOnlyList<LayerRow>)[.. batch.Layers.GetValueOrDefault(l, []).OrderBy(r => (string)r.Values[0]!, StringComparer.Ordinal)]);
        return new DistrictBuilder(rows, Pack.Default, new(new("测试", "Test"), true, "test"), "fingerprint").Build([], []);
    }
}
