using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Ogc;

/// <summary>A column and the value that its features have.</summary>
/// <param name="Column">Index of the column.</param>
/// <param name="Value">The value: string, long, double or bool.</param>
internal sealed record PropertyFilter(int Column, object Value)
{
    /// <summary>Reads a value as the column's type.</summary>
    public static PropertyFilter Parse(int index, LayerColumn column, string text) => new(index, column.Type switch
    {
        ColumnType.Whole => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v)
            ? v
            : throw HttpProblem.Invalid(column.Name, $"“{text}”不是整数", $"\"{text}\" is no whole number"),
        ColumnType.Real => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var v)
            ? v
            : throw HttpProblem.Invalid(column.Name, $"“{text}”不是数", $"\"{text}\" is no number"),
        ColumnType.Flag => text is "true" or "false"
            ? text == "true"
            : throw HttpProblem.Invalid(column.Name, "应为 true 或 false", "give true or false"),
        _ => text,
    });

    /// <summary>True where the row has the value.</summary>
    public bool Accepts(LayerRow row) => Value.Equals(row.Values[Column] is int i ? (long)i : row.Values[Column]);
}
