using SpatialPlanner.Cli;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli;

public sealed class PlannerTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ImportAndExportSayWhatTheyDid()
    {
        var csv = _folder.Write("f.csv", "id,name,lon,lat\n1,a,1,2\n");
        var (code, output, _) = await Run("import", csv, "-w", _folder.File("w.gpkg"), "--layer", "facilities");
        Assert.Equal(0, code);
        Assert.Contains("1 read, 1 taken", output, StringComparison.Ordinal);
        (code, output, _) = await Run(
            "export", "-w", _folder.File("w.gpkg"), "--layer", "facilities", "--format", "csv", "--out", _folder.File("o.csv"), "--json");
        Assert.Equal(0, code);
        Assert.StartsWith("{", output, StringComparison.Ordinal);
        Assert.Contains("1,a,", File.ReadAllText(_folder.File("o.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ABadFileGivesOneAndLeavesNoWorkspace()
    {
        var csv = _folder.Write("text.csv", "id,name,lon,lat\n1,a,1,abc\n");
        var (code, _, error) = await Run("import", csv, "-w", _folder.File("w.gpkg"), "--layer", "facilities", "--lang", "zh");
        Assert.Equal(1, code);
        Assert.Contains("text.csv", error, StringComparison.Ordinal);
        Assert.Contains("不是数字", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.File("w.gpkg")));
    }

    [Fact]
    public async Task ADryRunStoresNothing()
    {
        var csv = _folder.Write("f.csv", "id,name,lon,lat\n1,a,1,2\n");
        Assert.Equal(0, (await Run("import", csv, "-w", _folder.File("w.gpkg"), "--layer", "facilities", "--dry-run")).Code);
        Assert.False(File.Exists(_folder.File("w.gpkg")));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("fly")]
    [InlineData("import", "f.csv", "-w", "w.gpkg", "--layer", "nope")]
    [InlineData("import", "f.csv", "-w", "w.gpkg", "--map", "name")]
    public async Task WrongUsageGivesTwo(params string[] args) => Assert.Equal(2, (await Run(args)).Code);

    private static async Task<(int Code, string Out, string Error)> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Planner.RunAsync(args.Contains("--lang") ? args : [.. args, "--lang", "en"], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
