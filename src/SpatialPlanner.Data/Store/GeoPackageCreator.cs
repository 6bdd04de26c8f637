using System.Globalization;
using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>Makes the empty tables of a GeoPackage and enters them in its metadata.</summary>
internal sealed class GeoPackageCreator(SqliteConnection connection, SqliteTransaction transaction, DateTimeOffset now)
{
    private const int Undefined = 0, WithoutCode = 100_000;
    private readonly string _now = Iso(now);

    public static string Iso(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public void CreateCore()
    {
        connection.Run(transaction, $"PRAGMA application_id = {GeoPackageTables.ApplicationId};");
        connection.Run(transaction, $"PRAGMA user_version = {GeoPackageTables.UserVersion};");
        connection.Run(transaction, GeoPackageTables.Core);
        AddSrs("Undefined Cartesian SRS", -1, "NONE", "undefined");
        AddSrs("Undefined geographic SRS", 0, "NONE", "undefined");
        AddSrs("WGS 84 geodetic", Wgs84.Srid, "EPSG", Wgs84.Definition);
    }

    public void CreateWorkspaceTables()
    {
        connection.Run(transaction, GeoPackageTables.Workspace);
        AddContents("workspace_info", "attributes", "What the workspace is", null);
        AddContents("imports", "attributes", "Where the rows came from", null);
        AddContents("layer_state", "attributes", "Fingerprints of the layers", null);
    }

    /// <summary>Makes the table of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="isKeyed">False where the first column is no key, as in a table of results.</param>
    /// <param name="srid">Number of its coordinate system in the file.</param>
    /// <param name="note">What to say of it besides its title.</param>
    public void CreateLayer(LayerSchema layer, bool isKeyed = true, int srid = Wgs84.Srid, string? note = null)
    {
        connection.Run(transaction, GeoPackageTables.CreateLayer(layer, isKeyed));
        var description = $"{layer.Title.Zh} {layer.Title.En}{(note is null ? null : $". {note}")}";
        if (layer.Geometry == LayerGeometry.None)
        {
            AddContents(layer.Name, "attributes", description, null);
            return;
        }

        AddContents(layer.Name, "features", description, srid);
        connection.Run(
            transaction, "INSERT INTO gpkg_geometry_columns VALUES ($table, $column, $type, $srid, 0, 0);",
            ("$table", layer.Name), ("$column", GeoPackageTables.Geometry),
            ("$type", GeoPackageTables.GeometryType(layer.Geometry)), ("$srid", srid));
        connection.Run(
            transaction,
            $"CREATE VIRTUAL TABLE {GeoPackageTables.RTree(layer.Name)} USING rtree(id, minx, maxx, miny, maxy);");
        connection.Run(
            transaction,
            "INSERT INTO gpkg_extensions VALUES ($table, $column, 'gpkg_rtree_index', "
            + "'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');",
            ("$table", layer.Name), ("$column", GeoPackageTables.Geometry));
    }

    /// <summary>Enters a coordinate system, where it is not there yet.</summary>
    /// <returns>Its number in the file: the EPSG code, or one that no code has; 0, undefined, where no text can say it.</returns>
    public int AddSystem(CoordinateSystem crs)
    {
        if (crs.Wkt is null)
        {
            return Undefined;
        }

        var id = crs.Epsg ?? WithoutCode;
        if (id != Wgs84.Srid)
        {
            AddSrs(crs.Name.En, id, crs.Epsg is null ? "NONE" : "EPSG", crs.Wkt);
        }

        return id;
    }

    private void AddSrs(string name, int id, string organization, string definition) => connection.Run(
        transaction, "INSERT INTO gpkg_spatial_ref_sys VALUES ($name, $id, $organization, $id, $definition, NULL);",
        ("$name", name), ("$id", id), ("$organization", organization), ("$definition", definition));

    private void AddContents(string table, string type, string description, int? srid) => connection.Run(
        transaction,
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
        + "VALUES ($table, $type, $table, $description, $now, $srid);",
        ("$table", table), ("$type", type), ("$description", description), ("$now", _now), ("$srid", srid));
}
