using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Sample;

/// <summary>Collects the rows of one layer; values are given by column name, so that the schema may grow.</summary>
internal sealed class Rows(LayerSchema schema)
{
    public LayerSchema Schema { get; } = schema;

    public List<LayerRow> List { get; } = [];

    public void Add(Geometry? geometry, params ReadOnlySpan<(string Column, object? Value)> values)
    {
        var row = new object?[Schema.Columns.Count];
        foreach (var (column, value) in values)
        {
            row[Schema.Require(column)] = value is int whole ? (long)whole : value;
        }

        List.Add(new LayerRow(geometry, row, $"row {List.Count + 1}"));
    }
}
