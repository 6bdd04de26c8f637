using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>A GeoPackage with one layer, for export.</summary>
internal static class GeoPackageLayerFile
{
    /// <summary>Writes the file; what SQLite says is left to the caller, as the path of a draft means nothing to a user.</summary>
    /// <param name="path">Path of the file; must not be there yet.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="rows">Its rows, in the coordinate system of the file.</param>
    /// <param name="crs">That system.</param>
    /// <param name="date">When the data last changed: the same data gives the same bytes.</param>
    /// <param name="note">What to say of the layer besides its title.</param>
    /// <param name="extent">Extent of the rows; asked for when all are written.</param>
    public static void Write(
        string path, LayerSchema layer, IEnumerable<LayerRow> rows, CoordinateSystem crs, DateTimeOffset date, string? note,
        Func<Envelope> extent)
    {
        using var connection = SqliteCalls.Connect(path, Microsoft.Data.Sqlite.SqliteOpenMode.ReadWriteCreate);
        using var transaction = connection.BeginTransaction();
        var creator = new GeoPackageCreator(connection, transaction, date);
        creator.CreateCore();
        var srid = creator.AddSystem(crs);
        creator.CreateLayer(layer, isKeyed: false, srid, note);
        new LayerWriter(connection, transaction, layer, srid).Append(rows);
        new LayerState(0, string.Empty, extent() is { IsNull: false } box ? box : null)
            .SaveExtent(connection, transaction, layer, GeoPackageCreator.Iso(date));
        if (layer.Geometry != LayerGeometry.None)
        {
            connection.Run(transaction, GeoPackageTriggers.SpatialIndex(layer.Name));
        }

        transaction.Commit();
    }
}
