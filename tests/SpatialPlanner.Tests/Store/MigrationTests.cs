using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Store;

/// <summary>Workspaces of former versions of the program, in both stores.</summary>
public sealed class MigrationTests : IDisposable
{
    private readonly StorePlaces _places = new();

    public void Dispose() => _places.Dispose();

    [Theory, GeoPackageStore, PostgisStore]
    public void ReadOnlyItIsReadAsItIs(StoreKind store)
    {
        var location = Former(store, out _);
        using var workspace = Workspaces.Open(location, readOnly: true);

        Assert.Null(workspace.Migrated);
        var row = Assert.Single(workspace.Read(WalkEdges));
        Assert.Equal(("old", null), (row.Values[0], row.Values[WalkEdges.Require("oneway")]));
        Assert.Empty(workspace.Read(IdleSpaces));
        Assert.Equal(0, workspace.Count(IdleSpaces));
        Assert.Null(workspace.Extent(IdleSpaces));
        Assert.Equal(string.Empty, Assert.Single(workspace.Imports).Format);
        Assert.All(workspace.ReadAll(CancellationToken.None), rows => Assert.InRange(rows.Count, 0, 1));
        Assert.Equal(1L, Version(location));
        Assert.Empty(StorePlaces.Backups(location));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void OpenedToBeWrittenToItIsBroughtUpToDateAfterACopy(StoreKind store)
    {
        var location = Former(store, out var before);
        string backup;
        using (var workspace = Workspaces.Open(location))
        {
            backup = Assert.Single(StorePlaces.Backups(location));
            Assert.Contains(Path.GetFileName(backup[(backup.LastIndexOf('=') + 1)..]), workspace.Migrated!.En, StringComparison.Ordinal);
            Assert.Contains("版本 1", workspace.Migrated.Zh, StringComparison.Ordinal);
            Assert.Equal(before, workspace.Fingerprint());
            Assert.Equal(2L, Version(location));
            workspace.Commit(
                Rows.Batch(IdleSpaces, Rows.Of(IdleSpaces, new Point(108.9, 34.2), ("id", "i1"))) with { Format = "CSV" }, Rows.Source, false);
            workspace.Commit(Rows.Batch(WalkEdges, Edge("new", "forward")), Rows.Source, false);
            Assert.Equal(["forward", null], workspace.Read(WalkEdges).Select(r => r.Values[WalkEdges.Require("oneway")]));
            Assert.Equal(["", "CSV", ""], workspace.Imports.Select(i => i.Format));
            Assert.NotEqual(before, workspace.Fingerprint());
        }

        using (var again = Workspaces.Open(location))
        {
            Assert.Null(again.Migrated);
            Assert.Equal(backup, Assert.Single(StorePlaces.Backups(location)));
        }

        Assert.Equal(1L, Version(backup));
        using (var kept = Workspaces.Open(backup, readOnly: true))
        {
            Assert.Equal(before, kept.Fingerprint());
        }

        // The copy is a workspace like any other: it can be gone on with.
        using var former = Workspaces.Open(backup);
        former.Commit(Rows.Batch(WalkEdges, Edge("other", "backward")), Rows.Source, false);
        Assert.Equal(2, former.Count(WalkEdges));
        Assert.Equal(2, former.Imports.Count);
    }

    [Theory, GeoPackageStore, PostgisStore]
    public void ALayerThatCameLaterIsAddedToAWorkspaceOfThisVersion(StoreKind store)
    {
        var location = Former(store, out var before);
        StorePlaces.Sql(location, "UPDATE {0}workspace_info SET schema_version = 2");
        using var workspace = Workspaces.Open(location);
        Assert.NotNull(workspace.Migrated);
        Assert.Equal(before, workspace.Fingerprint());
        Assert.Single(StorePlaces.Backups(location));
    }

    [Theory, GeoPackageStore, PostgisStore]
    public async Task ADryRunAndABadFileLeaveItAsItIs(StoreKind store)
    {
        var location = Former(store, out _);
        var good = _places.Folder.Write("good.csv", "id,lon,lat,services\na,108.9,34.2,meals\n");
        var bad = _places.Folder.Write("bad.csv", "id,lon,lat\n");
        Assert.Equal(0, (await RunPlanner.With("import", good, "-w", location, "--layer", "facilities", "--dry-run")).Code);
        Assert.Equal(1, (await RunPlanner.With("import", bad, "-w", location, "--layer", "facilities")).Code);
        Assert.Equal(1L, Version(location));
        Assert.Empty(StorePlaces.Backups(location));
        var (code, _, error) = await RunPlanner.With("import", good, "-w", location, "--layer", "facilities");
        Assert.Equal(0, code);
        Assert.Contains("a copy as it was is", error, StringComparison.Ordinal);
        Assert.Single(StorePlaces.Backups(location));
    }

    /// <summary>A workspace of version 1 with one edge, before two columns and a layer came.</summary>
    private string Former(StoreKind store, out string fingerprint)
    {
        var location = _places.Free(store);
        using (var workspace = Workspaces.Create(location))
        {
            workspace.Commit(Rows.Batch(WalkEdges, Edge("old", null)), Rows.Source, false);
            fingerprint = workspace.Fingerprint();
        }

        FormerVersion.Make(location);
        return location;
    }

    private static LayerRow Edge(string id, string? oneWay) => Rows.Of(
        WalkEdges, new LineString([new(108.9, 34.2), new(108.91, 34.21)]), ("id", id), ("oneway", oneWay));

    private static long Version(string location) =>
        Convert.ToInt64(StorePlaces.Sql(location, "SELECT schema_version FROM {0}workspace_info"), System.Globalization.CultureInfo.InvariantCulture);
}
