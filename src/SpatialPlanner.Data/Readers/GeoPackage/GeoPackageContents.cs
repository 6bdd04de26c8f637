using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.GeoPackage;

/// <summary>The tables that a GeoPackage lists.</summary>
internal static class GeoPackageContents
{
    // Tables in which our own workspaces describe themselves, and layers that only the program writes.
    private static readonly string[] OfWorkspaces =
        ["workspace_info", "imports", "layer_state", .. WorkspaceLayers.All.Except(WorkspaceLayers.Imported).Select(l => l.Name)];

    /// <summary>One table or view.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="Geometry">Column of the geometry; null for a table without.</param>
    /// <param name="Crs">Coordinate system; null where the file leaves it open.</param>
    public sealed record Entry(string Name, string? Geometry, DeclaredCrs? Crs);

    /// <summary>The tables with features or attributes that are there.</summary>
    /// <param name="connection">The opened file.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="crsFrom">What to name as the source of the coordinate system.</param>
    /// <exception cref="InputException">It is no GeoPackage, or has no such table.</exception>
    public static List<Entry> Of(SqliteConnection connection, string file, string crsFrom)
    {
        var there = Names(connection);
        if (!there.Contains("gpkg_contents"))
        {
            throw InputException.Fatal(
                file, null, new("是 SQLite 数据库，但不是 GeoPackage", "this is an SQLite database, but no GeoPackage"),
                new("在 QGIS 中另存为 GeoPackage", "save it as a GeoPackage in QGIS"));
        }

        var isWorkspace = there.Contains("workspace_info") && there.Contains("layer_state");
        var entries = Read(connection, there, crsFrom)
            .Where(e => there.Contains(e.Name))
            .Where(e => !isWorkspace || !OfWorkspaces.Contains(e.Name)).ToList();
        return entries.Count > 0
            ? entries
            : throw InputException.Fatal(
                file, null, new("GeoPackage 中没有矢量图层或属性表（可能只有影像瓦片）", "the GeoPackage has no layer of features and no table (perhaps only tiles)"),
                new("换一个含矢量图层的文件", "give a file with vector layers"));
    }

    /// <summary>A name as SQL writes it.</summary>
    public static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static HashSet<string> Names(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view');";
        using var reader = command.ExecuteReader();
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private static IEnumerable<Entry> Read(SqliteConnection connection, HashSet<string> there, string crsFrom)
    {
        using var command = connection.CreateCommand();
        command.CommandText = there.Contains("gpkg_geometry_columns") && there.Contains("gpkg_spatial_ref_sys")
            ? """
              SELECT c.table_name, g.column_name, s.organization, s.organization_coordsys_id, s.definition
              FROM gpkg_contents c
              LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
              LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
              WHERE c.data_type IN ('features', 'attributes', 'aspatial') ORDER BY c.rowid;
              """
            : "SELECT table_name, NULL, NULL, NULL, NULL FROM gpkg_contents WHERE data_type IN ('attributes', 'aspatial') ORDER BY rowid;";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return new Entry(
                reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1),
                Crs(Text(reader, 2), Text(reader, 3), Text(reader, 4), crsFrom));
        }
    }

    // A code that is unknown here may still have a definition that can be used.
    private static DeclaredCrs? Crs(string organization, string code, string definition, string crsFrom)
    {
        var isDefined = definition.Contains('[', StringComparison.Ordinal);
        if (string.Equals(organization, "EPSG", StringComparison.OrdinalIgnoreCase) && code is not ("" or "0" or "-1"))
        {
            var text = $"EPSG:{code}";
            return new DeclaredCrs(isDefined && !IsKnown(text) ? definition : text, crsFrom);
        }

        return isDefined ? new DeclaredCrs(definition, crsFrom) : null;
    }

    private static bool IsKnown(string code)
    {
        try
        {
            return Data.Crs.CoordinateSystems.Parse(code) is not null;
        }
        catch (InputException)
        {
            return false;
        }
    }

    private static string Text(SqliteDataReader reader, int column) =>
        reader.IsDBNull(column) ? string.Empty : Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture)!;
}
