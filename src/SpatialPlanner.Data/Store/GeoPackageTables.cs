using System.Text;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>
/// The tables of a GeoPackage 1.3 (OGC 12-128r17) and of the layers in it. Not 1.4: GDAL up to 3.7.0 warns when it
/// opens that, and nothing new in it is needed here.
/// </summary>
internal static class GeoPackageTables
{
    public const int ApplicationId = 0x47504B47;
    public const int UserVersion = 10300;

    public const string Geometry = "geom";
    public const string RowId = "fid";

    /// <summary>Tables that every GeoPackage has.</summary>
    public const string Core =
        """
        CREATE TABLE gpkg_spatial_ref_sys (
          srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY NOT NULL, organization TEXT NOT NULL,
          organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
        CREATE TABLE gpkg_contents (
          table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
          description TEXT DEFAULT '', last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
          CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_geometry_columns (
          table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,
          srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,
          CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
          CONSTRAINT uk_gc_table_name UNIQUE (table_name),
          CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
          CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
        CREATE TABLE gpkg_extensions (
          table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
          scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
        """;

    /// <summary>Tables in which a workspace describes itself.</summary>
    public const string Workspace =
        """
        CREATE TABLE workspace_info (
          fid INTEGER PRIMARY KEY NOT NULL, schema_version INTEGER NOT NULL, name_zh TEXT NOT NULL,
          name_en TEXT NOT NULL, synthetic BOOLEAN NOT NULL, created_by TEXT NOT NULL);
        CREATE TABLE imports (
          fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
          bytes INTEGER NOT NULL, crs TEXT NOT NULL, layer TEXT NOT NULL, rows_read INTEGER NOT NULL,
          rows_taken INTEGER NOT NULL, rows_repaired INTEGER NOT NULL, rows_rejected INTEGER NOT NULL,
          imported_at TEXT NOT NULL, program_version TEXT NOT NULL, format TEXT NOT NULL DEFAULT '',
          encoding TEXT NOT NULL DEFAULT '', crs_reason TEXT NOT NULL DEFAULT '', conversion TEXT NOT NULL DEFAULT '');
        CREATE TABLE layer_state (
          fid INTEGER PRIMARY KEY NOT NULL, layer TEXT NOT NULL UNIQUE, row_count INTEGER NOT NULL, fingerprint TEXT NOT NULL,
          min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE);
        """;

    /// <summary>The table of a layer, with a unique index on its key where it has one.</summary>
    public static string CreateLayer(LayerSchema layer, bool isKeyed)
    {
        var sql = new StringBuilder($"CREATE TABLE \"{layer.Name}\" ({RowId} INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
        if (layer.Geometry != LayerGeometry.None)
        {
            sql.Append(", ").Append(Geometry).Append(' ').Append(GeometryType(layer.Geometry));
        }

        foreach (var column in layer.Columns)
        {
            sql.Append(", \"").Append(column.Name).Append("\" ").Append(SqlType(column.Type));
            if (isKeyed && column == layer.Columns[0])
            {
                sql.Append(" NOT NULL");
            }
        }

        sql.Append(");");
        return isKeyed
            ? sql.Append($"CREATE UNIQUE INDEX \"{layer.Name}_key\" ON \"{layer.Name}\" (\"{layer.Key}\");").ToString()
            : sql.ToString();
    }

    public static string GeometryType(LayerGeometry geometry) => geometry switch
    {
        LayerGeometry.Point => "POINT",
        LayerGeometry.Line => "LINESTRING",
        LayerGeometry.Polygon => "MULTIPOLYGON",
        LayerGeometry.PointOrPolygon => "GEOMETRY",
        _ => throw new ArgumentOutOfRangeException(nameof(geometry), geometry, "A table without geometry has no type."),
    };

    public static string RTree(string table) => $"\"rtree_{table}_{Geometry}\"";

    public static string SqlType(ColumnType type) => type switch
    {
        ColumnType.Text => "TEXT",
        ColumnType.Whole => "INTEGER",
        ColumnType.Real => "REAL",
        _ => "BOOLEAN",
    };
}
