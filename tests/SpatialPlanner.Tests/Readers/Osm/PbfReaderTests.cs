using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class PbfReaderTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.osm.pbf");

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void DenseAndPlainNodesPackedAndRawGiveTheSameStreet(bool dense, bool zlib)
    {
        var edge = Assert.Single(Read([.. TinyPbf.Header("OsmSchema-V0.6", "DenseNodes"), .. TinyPbf.Street(dense,
            zlib)]));

        Assert.Equal("way/7/0", edge.Values[0]);
        Assert.Equal([108.0, 108.001, 108.002], edge.Geometry!.Coordinates.Select(c => c.X));
        // 0.002° on the parallel of 34°: 2π·N·cos φ / 360 a degree, N = 6,384,823 m.
        Assert.InRange((long)edge.Values[3]!, 184_760, 184_780);
    }

    [Fact]
    public void AnUnknownRequiredFeatureIsNamed()
    {
        var e = Assert.Throws<InputException>(() => Read(TinyPbf.Header("OsmSchema-V0.6", "HistoricalInformation")));

        Assert.Contains("HistoricalInformation", e.Problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileWithoutHeaderIsReadWithAWarning()
    {
        File.WriteAllBytes(_file, TinyPbf.Street(dense: true, zlib: true));

        var batch = OsmReader.ReadNetwork(_file, null, default);

        Assert.Single(batch.Layers[WorkspaceLayers.WalkEdges]);
        Assert.Equal(ProblemSeverity.Warning, Assert.Single(batch.Problems).Severity);
    }

    // Found by tools/SpatialPlanner.Fuzz (seed 7): a group's end where a field should be.
    [Fact]
    public void ATagThatOpensNoFieldIsDamage()
    {
        var bytes = Convert.FromBase64String(
            "AAAADQoJT1NNSGVhZGVyGBIKECIOT3NtU2NoZW1hLVYwLjYAAAALCgdPU01EYXRhGFsKWQoUCgAKB2hpZ2h3YXkKB2Zvb3R3YXkSMAoOCAJAgPSfxAJIgPj7"
            + "hQgKDggEQID0n8QCSKCU/YUICiAgICAgICAgICAgICAgICAgICAgIBIBARoBAkIDAgIC");
        Assert.Contains("damaged", Assert.Throws<InputException>(() => Read(bytes)).Problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileCutAnywhereIsRefusedWithThePlace()
    {
        byte[] whole = [.. TinyPbf.Header("OsmSchema-V0.6"), .. TinyPbf.Street(dense: true, zlib: true)];

        for (var bytes = 0; bytes < whole.Length; bytes++)
        {
            var e = Assert.Throws<InputException>(() => Read(whole[..bytes]));
            Assert.True(e.Problem.Place is null || e.Problem.Place.StartsWith("byte ", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void AnyDamagedByteIsReadOrRefusedButNeverCrashes()
    {
        byte[] whole = [.. TinyPbf.Header("OsmSchema-V0.6"), .. TinyPbf.Street(dense: true, zlib: false)];
        for (var at = 0; at < whole.Length; at++)
        {
            var damaged = whole.ToArray();
            damaged[at] ^= 0xFF;
            Assert.True(Record.Exception(() => Read(damaged)) is null or InputException, $"byte {at}");
        }
    }

    [Fact]
    public void ABlockPackedWithADictionaryIsRefusedWithItsPlace()
    {
        byte[] whole = [.. TinyPbf.Header("OsmSchema-V0.6"), .. TinyPbf.Street(dense: true, zlib: true)];
        var at = whole.AsSpan().IndexOf([(byte)0x78, (byte)0x9C]);
        Assert.True(at > 0, "the packed data should begin with the mark of zlib");
        whole[at + 1] = 0xBB; // RFC 1950: FDICT is set, and the check bits still agree.
        Assert.StartsWith("byte ", Assert.Throws<InputException>(() => Read(whole)).Problem.Place, StringComparison.Ordinal);
    }

    private List<LayerRow> Read(byte[] bytes)
    {
        File.WriteAllBytes(_file, bytes);
        return [.. OsmReader.ReadNetwork(_file, null, default).Layers[WorkspaceLayers.WalkEdges]];
    }
}
