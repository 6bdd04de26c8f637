using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Cli;

/// <summary>Real processes killed (SIGKILL) at any moment leave the former state, in both stores.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rows = 12_000;
    private readonly StorePlaces _places = new();

    public void Dispose() => _places.Dispose();

    [Theory, GeoPackageStore, PostgisStore]
    public async Task AnImportThatIsKilledLeavesAllOfTheFileOrNothing(StoreKind store)
    {
        var file = PlannerProcess.Facilities(_places.Folder, Rows);
        var milliseconds = 0;
        for (var k = 11; k >= 1; k--)
        {
            var location = With(store, "old");
            var clock = System.Diagnostics.Stopwatch.StartNew();
            using var process = Import(file, location);
            if (k == 11)
            {
                Assert.Equal(0, (await PlannerProcess.End(process)).Code);
                milliseconds = (int)clock.ElapsedMilliseconds;
            }
            else
            {
                process.WaitForExit(milliseconds * k / 11);
                process.Kill();
                await process.WaitForExitAsync();
            }

            AssertAllOrNothing(location);
        }
    }

    [Theory, GeoPackageStore, PostgisStore]
    public async Task AnImportThatIsKilledWhileItStoresLeavesNothingOfIt(StoreKind store)
    {
        var location = With(store, "old");
        using (var process = Import(PlannerProcess.Facilities(_places.Folder, 5 * Rows), location))
        {
            Assert.True(PlannerProcess.Until(process, () => Writers.Any(location)), "the import ended before it was seen to store");
            process.Kill();
            await process.WaitForExitAsync();
        }

        using (var workspace = Workspaces.Open(location, readOnly: true))
        {
            Assert.Equal("old", Assert.Single(workspace.Read(Facilities)).Values[0]);
            Assert.Single(workspace.Imports);
        }

        var again = PlannerProcess.Facilities(_places.Folder, 10, "g");
        var (code, error) = await PlannerProcess.Run("import", again, "-w", location, "--layer", "facilities");
        Assert.True(code == 0, error);
        using var after = Workspaces.Open(location, readOnly: true);
        Assert.Equal(11, after.Count(Facilities));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public async Task AMigrationThatIsKilledLeavesTheFormerWorkspaceOrTheNewOne(StoreKind store)
    {
        var file = PlannerProcess.Facilities(_places.Folder, 1, "one");
        var (former, migrated) = (0, 0);
        // A copy that is being written, a transaction that is open, and some moments between: kills without an aim would
        // hit the start of the program only.
        for (var pause = 0; pause < 8; pause++)
        {
            var location = With(store, "old", Rows);
            FormerVersion.Make(location);
            var before = Fingerprint(location);
            using (var process = Import(file, location))
            {
                PlannerProcess.Until(process, () => IsMigrating(location));
                Thread.Sleep(pause * 4);
                process.Kill();
                await process.WaitForExitAsync();
            }

            using (var workspace = Workspaces.Open(location, readOnly: true))
            {
                var imported = workspace.Count(Facilities) == Rows + 2;
                Assert.True(imported || workspace.Fingerprint() == before);
            }

            _ = Convert.ToInt32(StorePlaces.Sql(location, "SELECT schema_version FROM {0}workspace_info"), null) == 1 ? former++ : migrated++;
            foreach (var backup in StorePlaces.Backups(location))
            {
                Assert.Equal(before, Fingerprint(backup));
            }

            using (var workspace = Workspaces.Open(location))
            {
                workspace.Commit(Support.Rows.Batch(Facilities, Support.Rows.Facility("after")), Support.Rows.Source, false);
                Assert.Contains(workspace.Count(Facilities), (long[])[Rows + 2, Rows + 3]);
            }

            Assert.NotEmpty(StorePlaces.Backups(location));
        }

        Assert.True(former > 0, $"no kill came before the end of a migration ({migrated} after it)");
    }

    [Fact]
    public async Task DraftsOfAKilledProcessAreClearedAwayAndThoseOfALivingOneStay()
    {
        var location = With(StoreKind.GeoPackage, "old");
        using var gone = Command.Start("true");
        await gone.WaitForExitAsync();
        var machine = string.Concat(Environment.MachineName.Where(char.IsAsciiLetterOrDigit));
        var mine = $"{location}.tmp-{machine}-{Environment.ProcessId}-7";
        var elsewhere = $"{location}.tmp-{machine}x-{gone.Id}-7";
        var left = $"{location}.tmp-{machine}-{gone.Id}-7";
        string[] all = [mine, elsewhere, left, left + "-journal"];
        Array.ForEach(all, draft => File.WriteAllText(draft, "x"));

        Workspaces.Open(location).Dispose();

        Assert.Equal([true, true, false, false], all.Select(File.Exists));
    }

    private static bool IsMigrating(string location) => Workspaces.IsDatabase(location)
        ? Writers.Any(location)
        : Directory.EnumerateFiles(Path.GetDirectoryName(location)!, $"{Path.GetFileNameWithoutExtension(location)}.v1*").Any();

    private static System.Diagnostics.Process Import(string file, string workspace) =>
        PlannerProcess.Start("import", file, "-w", workspace, "--layer", "facilities");

    private string With(StoreKind store, string id, int more = 0)
    {
        var location = _places.Free(store);
        using var workspace = Workspaces.Create(location);
        workspace.Commit(
            Support.Rows.Batch(
                Facilities, [Support.Rows.Facility(id), .. Enumerable.Range(0, more).Select(i => Support.Rows.Facility($"m{i}"))]),
            Support.Rows.Source, false);
        return location;
    }

    private static string Fingerprint(string location)
    {
        using var workspace = Workspaces.Open(location, readOnly: true);
        return workspace.Fingerprint();
    }

    private static void AssertAllOrNothing(string location)
    {
        using var workspace = Workspaces.Open(location, readOnly: true);
        Assert.Contains(workspace.Count(Facilities), (long[])[1, Rows + 1]);
        Assert.Equal(workspace.Count(Facilities) == 1 ? 1 : 2, workspace.Imports.Count);
    }
}
