using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Store;

/// <summary>Workspaces from before a column or a layer was added.</summary>
public sealed class FormerWorkspaceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AColumnThatIsMissingReadsAsNull()
    {
        using var workspace = GeoPackageWorkspace.Open(Former(), readOnly: true);

        var row = Assert.Single(workspace.Read(WalkEdges));
        Assert.Null(row.Values[WalkEdges.Require("oneway")]);
        Assert.Null(row.Values[WalkEdges.Require("crossing")]);
        Assert.Equal("old", row.Values[0]);
    }

    [Fact]
    public void AnImportAddsTheColumnThatIsMissing()
    {
        using var workspace = GeoPackageWorkspace.Open(Former());
        workspace.Commit(Rows.Batch(WalkEdges, Edge("new", "forward")), Rows.Source, false);

        Assert.Equal(["forward", null], workspace.Read(WalkEdges).Select(r => r.Values[WalkEdges.Require("oneway")]));
    }

    [Fact]
    public void ALayerThatIsMissingIsEmptyAndAnImportMakesIt()
    {
        using var workspace = GeoPackageWorkspace.Open(Former());
        Assert.Empty(workspace.Read(IdleSpaces));
        Assert.Equal(0, workspace.Count(IdleSpaces));
        Assert.Null(workspace.Extent(IdleSpaces));
        var before = workspace.Fingerprint();

        workspace.Commit(
            Rows.Batch(IdleSpaces, Rows.Of(IdleSpaces, new Point(108.9, 34.2), ("id", "i1"))), Rows.Source, false);

        Assert.Equal("i1", Assert.Single(workspace.Read(IdleSpaces)).Values[0]);
        Assert.Equal(1, workspace.Count(IdleSpaces));
        Assert.NotEqual(before, workspace.Fingerprint());
    }

    private static LayerRow Edge(string id, string? oneWay) => Rows.Of(
        WalkEdges, new LineString([new(108.9, 34.2), new(108.91, 34.21)]), ("id", id), ("oneway", oneWay));

    private string Former()
    {
        var path = _folder.File("former.gpkg");
        using (var workspace = GeoPackageWorkspace.Create(path))
        {
            workspace.Commit(Rows.Batch(WalkEdges, Edge("old", "forward")), Rows.Source, false);
        }

        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            DROP TRIGGER layer_state_walk_edges_update;
            ALTER TABLE walk_edges DROP COLUMN oneway;
            ALTER TABLE walk_edges DROP COLUMN crossing;
            DROP TABLE idle_spaces;
            DROP TABLE rtree_idle_spaces_geom;
            DELETE FROM gpkg_geometry_columns WHERE table_name = 'idle_spaces';
            DELETE FROM gpkg_extensions WHERE table_name = 'idle_spaces';
            DELETE FROM gpkg_contents WHERE table_name = 'idle_spaces';
            DELETE FROM layer_state WHERE layer = 'idle_spaces';
            """;
        command.ExecuteNonQuery();
        return path;
    }
}
