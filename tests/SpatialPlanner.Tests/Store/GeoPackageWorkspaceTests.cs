using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Store;

public sealed class GeoPackageWorkspaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryTypeOfValueComesBackAsItWentIn()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var row = Rows.Of(
            WalkEdges, new LineString([new(108.9, 34.2), new(108.91, 34.21), new(108.92, 34.2)]),
            ("id", "e1"), ("name", "\"引号\" & 'apostrophe' 🚶; DROP TABLE"), ("length_mm", 123456789012L),
            ("steps", true), ("bridge", false), ("delay_s", 0.1), ("grade", -0.25));
        workspace.Commit(Rows.Batch(WalkEdges, row), Rows.Source, false);

        var read = Assert.Single(workspace.Read(WalkEdges));
        Assert.Equal(row.Values, read.Values);
        Assert.True(row.Geometry!.EqualsExact(read.Geometry));
    }

    [Fact]
    public void PolygonsWithHolesAndPartsKeepTheirShape()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var holed = new Polygon(Rows.Box(1, 1, 1).Shell, [Rows.Box(1.2, 1.2, 0.2).Shell]);
        var parts = new MultiPolygon([Rows.Box(5, 5, 1), Rows.Box(7, 7, 1)]);
        workspace.Commit(
            Rows.Batch(Boundaries, Rows.Of(Boundaries, holed, ("code", "a")), Rows.Of(Boundaries, parts, ("code", "b"))),
            Rows.Source, false);

        var read = workspace.Read(Boundaries).Select(r => r.Geometry!).ToList();
        Assert.True(holed.EqualsExact(read[0]));
        Assert.True(parts.EqualsExact(read[1]));
        Assert.Equal(new Envelope(1, 8, 1, 8), workspace.Extent(Boundaries));
    }

    [Fact]
    public void ARowWithAKnownKeyReplacesAndOthersAreAdded()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("b"), Rows.Facility("a", name: "old")), Rows.Source, false);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("c"), Rows.Facility("a", name: "new")), Rows.Source, false);

        var rows = workspace.Read(Facilities).ToList();
        Assert.Equal(["a", "b", "c"], rows.Select(r => r.Values[0]));
        Assert.Equal("new", rows[0].Values[1]);
        Assert.Equal(2, workspace.Imports.Count);
    }

    [Fact]
    public void ReplacingEmptiesTheLayersOfTheBatchAndNoOther()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        workspace.Commit(Rows.Batch(Compounds, Rows.Square(Compounds, "x", 1, 1)), Rows.Source, false);
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("b")), Rows.Source, true);

        Assert.Equal("b", Assert.Single(workspace.Read(Facilities)).Values[0]);
        Assert.Equal(1, workspace.Count(Compounds));
    }

    [Fact]
    public void WhatIsKnownOfAFileStaysWithItsRows()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        var batch = Rows.Batch(Facilities, Rows.Facility("a")) with
        {
            Format = "CSV",
            Encoding = "GBK (guessed)",
            CrsReason = "by 'prj'",
            Conversion = "EPSG:4545 → EPSG:4326",
        };
        workspace.Commit(batch, Rows.Source, false);

        var record = Assert.Single(workspace.Imports);
        Assert.Equal(ImportRecord.Of(batch, Facilities, Rows.Source, record.ImportedAt), record);
    }

    [Fact]
    public void ACancelledCommitLeavesTheFormerState()
    {
        using var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg"));
        workspace.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        var before = workspace.Fingerprint();
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            workspace.Commit(Rows.Batch(Facilities, Rows.Facility("b")), Rows.Source, true, null, cancel.Token));
        Assert.Equal(before, workspace.Fingerprint());
        Assert.Single(workspace.Imports);
    }

    [Fact]
    public void TheFingerprintDependsOnTheContentAndNotOnTheWayThere()
    {
        using var one = GeoPackageWorkspace.Create(_folder.File("one.gpkg"));
        one.Commit(Rows.Batch(Facilities, Rows.Facility("a"), Rows.Facility("b")), Rows.Source, false);
        using var two = GeoPackageWorkspace.Create(_folder.File("two.gpkg"));
        two.Commit(Rows.Batch(Facilities, Rows.Facility("b", 1, 1)), Rows.Source, false);
        Assert.NotEqual(one.Fingerprint(), two.Fingerprint());
        two.Commit(Rows.Batch(Facilities, Rows.Facility("b")), Rows.Source, false);
        two.Commit(Rows.Batch(Facilities, Rows.Facility("a")), Rows.Source, false);
        Assert.Equal(one.Fingerprint(), two.Fingerprint());
    }

    [Fact]
    public void TheSameContentAtTheSameTimeGivesTheSameBytes()
    {
        var clock = new FixedClock();
        foreach (var name in new[] { "1/w.gpkg", "2/w.gpkg" })
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
            GeoPackageWorkspace.Build(
                _folder.File(name),
                w => w.Commit(
                    Rows.Batch(Compounds, [.. Enumerable.Range(0, 500).Select(i => Rows.Square(Compounds, $"c{i}", i * 0.01, 1))]),
                    Rows.Source, false),
                clock);
        }

        Assert.Equal(File.ReadAllBytes(_folder.File("1/w.gpkg")), File.ReadAllBytes(_folder.File("2/w.gpkg")));
    }

    [Fact]
    public void AFailedBuildLeavesNothingBehind()
    {
        var path = _folder.File("w.gpkg");
        Assert.Throws<InvalidOperationException>(() =>
            GeoPackageWorkspace.Build(path, _ => throw new InvalidOperationException("no")));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(path)!));
    }

    [Fact]
    public void WhatIsNoWorkspaceIsRefusedWithASentence()
    {
        var text = _folder.Write("text.gpkg", "this is no database at all");
        var empty = _folder.Write("empty.gpkg", string.Empty);
        var torn = _folder.Write("torn.gpkg", "SQLite format 3\0" + new string('x', 4096));
        Assert.Contains("not a GeoPackage", Refusal(text), StringComparison.Ordinal);
        Assert.Contains("not a GeoPackage", Refusal(empty), StringComparison.Ordinal);
        Assert.NotEmpty(Refusal(torn));
        Assert.Contains("does not exist", Refusal(_folder.File("absent.gpkg")), StringComparison.Ordinal);
        var newer = _folder.File("newer.gpkg");
        GeoPackageWorkspace.Create(newer).Dispose();
        Sql(newer, "UPDATE workspace_info SET schema_version = 99;");
        Assert.Contains("newer version", Refusal(newer), StringComparison.Ordinal);
        Sql(newer, "DROP TABLE workspace_info;");
        Assert.Contains("not a workspace", Refusal(newer), StringComparison.Ordinal);
    }

    [Fact]
    public void ALockedWorkspaceIsNamedAsSuch()
    {
        var path = _folder.File("w.gpkg");
        using var workspace = GeoPackageWorkspace.Create(path);
        using var other = SqliteCalls.Connect(path, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite);
        other.Run(null, "BEGIN EXCLUSIVE;");
        var problem = Assert.Throws<InputException>(() => workspace.Count(Facilities)).Problem;
        Assert.Contains("another program", problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AnExistingFileIsNotOverwrittenByCreate()
    {
        var path = _folder.Write("w.gpkg", "mine");
        Assert.Throws<InputException>(() => GeoPackageWorkspace.Create(path));
        Assert.Equal("mine", File.ReadAllText(path));
    }

    [Fact]
    public void TheInfoSaysWhatItWasTold()
    {
        var path = _folder.File("北林.gpkg");
        using (var workspace = GeoPackageWorkspace.Create(path))
        {
            Assert.False(workspace.Info.Synthetic);
            workspace.SetInfo(new WorkspaceInfo(new("虚构城区", "Invented district"), true, "9"));
        }

        using var again = GeoPackageWorkspace.Open(path, readOnly: true);
        Assert.Equal(new WorkspaceInfo(new("虚构城区", "Invented district"), true, "9"), again.Info);
    }

    private static string Refusal(string path) =>
        Assert.Throws<InputException>(() => GeoPackageWorkspace.Open(path)).Problem.What.En;

    private static void Sql(string path, string sql)
    {
        using var connection = SqliteCalls.Connect(path, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWrite);
        connection.Run(null, sql);
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.Parse("2026-01-01T00:00:00Z", CultureInfo.InvariantCulture);
    }
}
