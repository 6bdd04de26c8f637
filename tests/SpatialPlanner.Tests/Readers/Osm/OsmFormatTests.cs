using System.IO.Compression;
using System.Text;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class OsmFormatTests : IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.osm");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void ABz2FileIsRefusedWithTheCommandThatUnpacksIt()
    {
        var problem = Refused("BZh91AY&SY"u8);

        Assert.Contains("bunzip2", problem.Remedy.En, StringComparison.Ordinal);
        Assert.Contains("bunzip2", problem.Remedy.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void AnEmptyFileIsRefused() => Assert.Contains("0 bytes", Refused([]).What.En, StringComparison.Ordinal);

    [Fact]
    public void AGzOfNothingIsRefused() => Assert.Contains("empty", Refused(Gzip("")).What.En, StringComparison.Ordinal);

    [Fact]
    public void ATornGzIsRefused()
    {
        var whole = Gzip("<osm>" + string.Concat(Enumerable.Range(1, 5000).Select(i => $"<node id='{i}' lon='108' lat='{i % 90}'/>")) + "</osm>");

        Assert.Equal(ProblemSeverity.Fatal, Refused(whole.AsSpan(0, whole.Length - 20)).Severity);
    }

    [Fact]
    public void AFileWithoutObjectsIsRefused() =>
        Assert.Contains("no node", Refused("<osm version='0.6'></osm>"u8).What.En, StringComparison.Ordinal);

    [Fact]
    public void AChangeFileIsNoMap() => Assert.Contains(
        "not an OpenStreetMap file", Refused("<osmChange version='0.6'></osmChange>"u8).What.En, StringComparison.Ordinal);

    private InputProblem Refused(ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(_file, bytes);
        var problem = Assert.Throws<InputException>(() => OsmReader.ReadNetwork(_file, null, default)).Problem;
        Assert.Equal(Path.GetFileName(_file), problem.File);
        return problem;
    }

    private static byte[] Gzip(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
