using System.Diagnostics;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Cli;

/// <summary>Real processes that meet at one workspace: a writer halted in the middle, and others who come meanwhile.</summary>
[Collection(RunAlone.Name)]
public sealed class TwoProcessesTests : IDisposable
{
    private const int Rows = 60_000;
    private readonly StorePlaces _places = new();

    public void Dispose() => _places.Dispose();

    [Theory, GeoPackageStore, PostgisStore]
    public async Task ReadersGoOnWhileOneWritesAndASecondWriterIsTold(StoreKind store)
    {
        var (location, small) = (New(store), PlannerProcess.Facilities(_places.Folder, 1, "g"));
        using var first = Halted(location);
        var (code, error) = await PlannerProcess.Run("export", "-w", location, "--layer", "facilities", "--format", "csv", "--out", _places.Folder.File("o.csv"));
        Assert.True(code == 0, error);
        Assert.Equal(2, File.ReadAllLines(_places.Folder.File("o.csv")).Length);

        (code, error) = await PlannerProcess.Run("import", small, "-w", location, "--layer", "facilities");
        Assert.Equal(1, code);
        Assert.Contains(store == StoreKind.Postgis ? $"planner, planner {first.Id} on" : "another program", error, StringComparison.Ordinal);

        PlannerProcess.GoOn(first);
        (code, error) = await PlannerProcess.End(first);
        Assert.True(code == 0, error);
        AssertHolds(location, Rows + 1);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public async Task ASecondWriterWaitsForTheFirst(StoreKind store)
    {
        var (location, small) = (New(store), PlannerProcess.Facilities(_places.Folder, 1, "g"));
        using var first = Halted(location);
        var second = PlannerProcess.Run("import", small, "-w", location, "--layer", "facilities");
        await Task.Delay(3000);
        Assert.False(second.IsCompleted);
        PlannerProcess.GoOn(first);
        Assert.Equal(0, (await PlannerProcess.End(first)).Code);
        var (code, error) = await second;
        Assert.True(code == 0, error);
        AssertHolds(location, Rows + 2);
    }

    [PostgisFact]
    public async Task AConnectionThatIsCutOffLosesNothing()
    {
        var location = New(StoreKind.Postgis);
        using (var first = Halted(location))
        {
            Writers.CutOff(location);
            PlannerProcess.GoOn(first);
            var (code, error) = await PlannerProcess.End(first);
            Assert.Equal(1, code);
            Assert.Contains("connection to the database was lost; the workspace is as it was before", error, StringComparison.Ordinal);
        }

        AssertHolds(location, 1);
        // An open workspace finds its way back by itself.
        using var workspace = Workspaces.Open(location);
        Postgis.Sql("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE pid <> pg_backend_pid() "
            + $"AND application_name LIKE 'planner {Environment.ProcessId} on%' AND query LIKE '%{location[(location.LastIndexOf('=') + 1)..]}%'");
        try
        {
            workspace.Count(Facilities);
        }
        catch (Data.Problems.InputException e)
        {
            Assert.Contains("中断", e.Problem.What.Zh, StringComparison.Ordinal);
        }

        Assert.Equal(1, workspace.Count(Facilities));
    }

    private Process Halted(string location)
    {
        var process = PlannerProcess.Start(
            "import", PlannerProcess.Facilities(_places.Folder, Rows), "-w", location, "--layer", "facilities", "--lang", "en");
        Assert.True(PlannerProcess.Until(process, () => Writers.Any(location)), "the import ended before it was seen to store");
        PlannerProcess.Halt(process);
        return process;
    }

    private string New(StoreKind store)
    {
        var location = _places.Free(store);
        using var workspace = Workspaces.Create(location);
        workspace.Commit(Support.Rows.Batch(Facilities, Support.Rows.Facility("old")), Support.Rows.Source, false);
        return location;
    }

    private static void AssertHolds(string location, long rows)
    {
        using var workspace = Workspaces.Open(location, readOnly: true);
        Assert.Equal(rows, workspace.Count(Facilities));
        Assert.Equal(rows, workspace.Read(Facilities).LongCount());
    }
}
