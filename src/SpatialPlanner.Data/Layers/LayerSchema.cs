using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Layers;

/// <summary>Type of a column's values: <c>string</c>, <c>long</c>, <c>double</c> or <c>bool</c>; each may be null.</summary>
public enum ColumnType
{
    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>long</c>.</summary>
    Whole,

    /// <summary><c>double</c>.</summary>
    Real,

    /// <summary><c>bool</c>.</summary>
    Flag,
}

/// <summary>What geometry a layer holds. Polygon layers hold polygons and multipolygons.</summary>
public enum LayerGeometry
{
    /// <summary>A table without geometry.</summary>
    None,

    /// <summary>Points.</summary>
    Point,

    /// <summary>Lines.</summary>
    Line,

    /// <summary>Polygons and multipolygons.</summary>
    Polygon,

    /// <summary>Points or polygons.</summary>
    PointOrPolygon,
}

/// <summary>One column of a layer.</summary>
/// <param name="Name">snake_case; a unit is in the name.</param>
/// <param name="Type">Type of the values.</param>
/// <param name="Allowed">The words allowed in a text column, or null for any.</param>
public sealed record LayerColumn(string Name, ColumnType Type, IReadOnlyList<string>? Allowed = null);

/// <summary>One source layer of the workspace. The geometry is WGS 84 longitude/latitude.</summary>
/// <param name="Name">snake_case name of the table and of the OGC collection.</param>
/// <param name="Title">Name for people.</param>
/// <param name="Geometry">What geometry the rows have.</param>
/// <param name="Columns">Columns besides the geometry; the first is the key (text, unique).</param>
public sealed record LayerSchema(
    string Name, LocalText Title, LayerGeometry Geometry, IReadOnlyList<LayerColumn> Columns)
{
    /// <summary>Name of the key column.</summary>
    public string Key => Columns[0].Name;

    /// <summary>Index of a column, or -1 where the layer has none of that name.</summary>
    /// <param name="column">Column name.</param>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == column)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Index of a column that must be there.</summary>
    /// <param name="column">Column name.</param>
    /// <exception cref="ArgumentException">The layer has no such column.</exception>
    public int Require(string column) =>
        IndexOf(column) is var i and >= 0
            ? i
            : throw new ArgumentException($"Layer {Name} has no column {column}; see WorkspaceLayers.", nameof(column));
}
