using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>A GeoPackage with one layer, for export.</summary>
internal static class GeoPackageLayerFile
{
    // What SQLite says is left to the caller: this path is that of a draft, which means nothing to a user.
    public static void Write(string path, LayerSchema layer, IEnumerable<LayerRow> rows, CancellationToken cancel)
    {
        File.Delete(path);
        using var connection = SqliteCalls.Connect(path, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate);
        using var transaction = connection.BeginTransaction();
        var now = TimeProvider.System.GetUtcNow();
        var creator = new GeoPackageCreator(connection, transaction, now);
        creator.CreateCore();
        creator.CreateLayer(layer);
        new LayerWriter(connection, transaction, layer).Put(rows, 0, null, cancel);
        LayerState.Compute(connection, transaction, layer, cancel)
            .SaveExtent(connection, transaction, layer, GeoPackageCreator.Iso(now));
        if (layer.Geometry != LayerGeometry.None)
        {
            connection.Run(transaction, GeoPackageTriggers.SpatialIndex(layer.Name));
        }

        transaction.Commit();
    }
}
