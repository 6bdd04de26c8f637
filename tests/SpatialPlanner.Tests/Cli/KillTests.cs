using System.Globalization;
using System.Text;
using SpatialPlanner.Cli;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Cli;

public sealed class KillTests : IDisposable
{
    private const int Rows = 12_000;
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnImportThatIsKilledLeavesAllOfTheFileOrNothing()
    {
        var start = _folder.File("start.gpkg");
        using (var workspace = GeoPackageWorkspace.Create(start))
        {
            workspace.Commit(Support.Rows.Batch(Facilities, Support.Rows.Facility("old")), Support.Rows.Source, false);
        }

        var file = ManyFacilities();
        var path = _folder.File("w.gpkg");
        File.Copy(start, path);
        var whole = System.Diagnostics.Stopwatch.StartNew();
        using (var process = Import(file, path))
        {
            process.WaitForExit();
            Assert.Equal(0, process.ExitCode);
        }

        var milliseconds = (int)whole.ElapsedMilliseconds;
        for (var k = 1; k <= 10; k++)
        {
            File.Delete(path);
            File.Delete(path + "-journal");
            File.Copy(start, path);
            using var process = Import(file, path);
            process.WaitForExit(milliseconds * k / 11);
            process.Kill();
            process.WaitForExit();
            using var workspace = GeoPackageWorkspace.Open(path, readOnly: true);
            Assert.Contains(workspace.Count(Facilities), (long[])[1, Rows + 1]);
            Assert.Equal(workspace.Count(Facilities) == 1 ? 1 : 2, workspace.Imports.Count);
        }
    }

    private static System.Diagnostics.Process Import(string file, string workspace) => Command.Start(
        "dotnet", typeof(Planner).Assembly.Location, "import", file, "-w", workspace, "--layer", "facilities");

    private string ManyFacilities()
    {
        var text = new StringBuilder("id,name,services,lon,lat\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"f{i},店{i},meals,{108 + (i * 1e-5)},34\n");
        }

        return _folder.Write("many.csv", text.ToString());
    }
}
