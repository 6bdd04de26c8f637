using System.Globalization;
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
    public void ARowThatLosesItsGeometryLeavesTheSpatialIndex()
    {
        var path = _folder.File("w.gpkg");
        using var workspace = GeoPackageWorkspace.Create(path);
        workspace.Commit(
            Rows.Batch(Facilities, Rows.Facility("a"), Rows.Facility("b"), Rows.Of(Facilities, null, ("id", "c"))), Rows.Source, false);
        workspace.Commit(
            Rows.Batch(Facilities, Rows.Of(Facilities, null, ("id", "a")), Rows.Facility("b", 1, 2)), Rows.Source, false);
        Assert.Equal(1L, StorePlaces.Sql(path, "SELECT count(*) FROM rtree_facilities_geom"));
        Assert.Equal(1L, StorePlaces.Sql(path, "SELECT count(*) FROM rtree_facilities_geom WHERE id = 2 AND minx = 1"));
        Assert.Equal(3L, StorePlaces.Sql(path, "SELECT max(fid) FROM facilities"));
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
