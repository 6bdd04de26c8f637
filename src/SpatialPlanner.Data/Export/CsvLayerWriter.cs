using System.Globalization;
using System.Text;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Export;

/// <summary>
/// Writes rows as CSV with a byte order mark, without which Excel takes UTF-8 for the local code page. Points stand in
/// the columns <c>lon</c> and <c>lat</c>, other geometries in <c>wkt</c>.
/// </summary>
public static class CsvLayerWriter
{
    private static readonly char[] NeedQuotes = ['"', ',', '\n', '\r'];

    /// <summary>Writes a header and the rows.</summary>
    /// <param name="target">Where to write.</param>
    /// <param name="geometry">What geometry the rows have.</param>
    /// <param name="columns">Columns of the rows.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="forExcel">True begins with the byte order mark by which Excel knows UTF-8.</param>
    /// <param name="cancel">Cancels.</param>
    public static void Write(
        Stream target, LayerGeometry geometry, IReadOnlyList<LayerColumn> columns, IEnumerable<LayerRow> rows,
        bool forExcel = true, CancellationToken cancel = default)
    {
        using var text = new StreamWriter(target, new UTF8Encoding(forExcel), 1 << 16, leaveOpen: true) { NewLine = "\r\n" };
        string[] coordinates = geometry switch
        {
            LayerGeometry.None => [],
            LayerGeometry.Point => ["lon", "lat"],
            _ => ["wkt"],
        };
        text.WriteLine(string.Join(',', columns.Select(c => c.Name).Concat(coordinates)));
        var wkt = new WKTWriter { PrecisionModel = new PrecisionModel(1e7) };
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            var values = row.Values.Take(columns.Count).Select(Text).Concat(Coordinates(geometry, row.Geometry, wkt));
            text.WriteLine(string.Join(',', values.Select(Quoted)));
        }
    }

    private static string Text(object? value) => value switch
    {
        null => string.Empty,
        bool flag => flag ? "true" : "false",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };

    private static IEnumerable<string> Coordinates(LayerGeometry kind, Geometry? geometry, WKTWriter wkt) => kind switch
    {
        LayerGeometry.None => [],
        LayerGeometry.Point when geometry is Point { IsEmpty: false } p => [Degrees(p.X), Degrees(p.Y)],
        LayerGeometry.Point => [string.Empty, string.Empty],
        _ => [geometry is null ? string.Empty : wkt.Write(geometry)],
    };

    private static string Degrees(double degrees) => degrees.ToString("0.#######", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => text.IndexOfAny(NeedQuotes) < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
