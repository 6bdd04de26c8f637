using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Server.Imports;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Tests.Server;

/// <summary>How much an import may upload.</summary>
public sealed class UploadLimitTests : IDisposable
{
    private static readonly SourceLimits Small = new()
    {
        FileBytes = 10,
        UnpackedBytes = 16,
        Entries = 3,
        Rows = 10,
    };

    private readonly ImportSession _session = new();

    public void Dispose() => _session.Dispose();

    [Fact]
    public async Task AFileOfTheLimitIsTaken()
    {
        Assert.Equal(10, await Add("a.csv", 10));
        Assert.Equal(["a.csv"], _session.Files);
    }

    [Theory]
    [InlineData(11, null)]
    [InlineData(0, 11L)]
    public async Task ALargerFileLeavesNothing(int bytes, long? announced)
    {
        var problem = await Refused(() => Add("a.csv", bytes, announced));
        Assert.Equal(413, problem.Status);
        Assert.Contains("SPATIALPLANNER_MAX_FILE_MB", problem.Detail.En, StringComparison.Ordinal);
        Assert.Empty(_session.Files);
    }

    [Fact]
    public async Task FilesTogetherAreLimited()
    {
        await Add("a.shp", 10);
        Assert.Equal(413, (await Refused(() => Add("a.dbf", 7))).Status);
        await Add("a.dbf", 6);
        // A file in the place of another counts alone.
        await Add("a.shp", 10);
        Assert.Equal(["a.dbf", "a.shp"], _session.Files);
    }

    [Fact]
    public async Task TheirNumberIsLimited()
    {
        foreach (var name in new[] { "a.shp", "a.dbf", "a.shx" })
        {
            await Add(name, 1);
        }

        var problem = await Refused(() => Add("a.prj", 1));
        Assert.Contains("at most 3 files", problem.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnImportThatIsOverTakesNoFile()
    {
        _session.Dispose();
        Assert.Equal(404, (await Refused(() => Add("a.csv", 1))).Status);
    }

    [Theory]
    [InlineData(new[] { "a.shp", "A.DBF", "a.shp.xml", "a.fields.csv" }, "a.shp")]
    [InlineData(new[] { "a.mif", "a.mid" }, "a.mif")]
    [InlineData(new[] { "b.dbf" }, "b.dbf")]
    public async Task TheFileThatIsOpenedIsKnownByItsEnding(string[] names, string main)
    {
        await AddAll(names);
        Assert.Equal(main, Path.GetFileName(_session.Main()));
    }

    [Theory]
    [InlineData("a.shp", "b.dbf")]
    [InlineData("a.shp", "b.shp")]
    [InlineData("a.csv", "b.csv")]
    public async Task FilesThatDoNotBelongTogetherAreRefused(params string[] names)
    {
        await AddAll(names);
        Assert.Equal("files", Assert.Throws<ProblemException>(_session.Main).Problem.Field);
    }

    private async Task AddAll(string[] names)
    {
        foreach (var name in names)
        {
            await _session.Add(name, new MemoryStream([1]), 1, SourceLimits.Default, CancellationToken.None);
        }
    }

    private Task<long> Add(string name, int bytes, long? announced = null) =>
        _session.Add(name, new MemoryStream(new byte[bytes]), announced, Small, CancellationToken.None);

    private static async Task<HttpProblem> Refused(Func<Task> action) =>
        (await Assert.ThrowsAsync<ProblemException>(action)).Problem;
}
