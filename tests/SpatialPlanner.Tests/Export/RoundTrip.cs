using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Tests.Export;

/// <summary>Compares rows that came back from a file with those that were written. Knows no reader.</summary>
public static class RoundTrip
{
    /// <summary>Fails where a row, a value or a position differs.</summary>
    /// <param name="what">Names the file in the message.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="written">Rows written, WGS 84.</param>
    /// <param name="back">Rows read back, WGS 84; in any order where keys are unique.</param>
    /// <param name="limits">What the way there and back cannot keep.</param>
    /// <param name="tolerance">Degrees.</param>
    public static void Check(
        string what, LayerSchema layer, IReadOnlyList<LayerRow> written, IReadOnlyList<LayerRow> back, FormatLimits limits,
        double tolerance)
    {
        Assert.True(written.Count == back.Count, $"{what}: {written.Count} rows became {back.Count}");
        var byKey = written.Select(r => r.Values[0]).Distinct().Count() == written.Count;
        var found = byKey ? back.ToDictionary(r => (string)r.Values[0]!, StringComparer.Ordinal) : [];
        for (var r = 0; r < written.Count; r++)
        {
            var key = limits.Expected(written[r].Values[0]) as string;
            var other = byKey ? found.GetValueOrDefault(key!) : back[r];
            Assert.True(other is not null, $"{what}: row {key} is gone");
            for (var c = 0; c < layer.Columns.Count; c++)
            {
                var (expected, value) = (limits.Expected(written[r].Values[c]), other.Values[c]);
                Assert.True(Same(expected, value), $"{what}: {key}.{layer.Columns[c].Name}: {Shown(expected)} became {Shown(value)}");
            }

            var distance = Distance(written[r].Geometry, other.Geometry);
            Assert.True(distance <= tolerance, $"{what}: {key}: moved by {distance}: {written[r].Geometry} became {other.Geometry}");
        }
    }

    private static bool Same(object? a, object? b) =>
        a is double x && b is double y ? BitConverter.DoubleToInt64Bits(x) == BitConverter.DoubleToInt64Bits(y) : Equals(a, b);

    private static string Shown(object? value) => value switch
    {
        null => "null",
        double real => real.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        _ => $"{value.GetType().Name} {System.Text.Json.JsonSerializer.Serialize(value)}",
    };

    // How far a vertex is from the nearest of the other shape; rings may begin elsewhere and turn round, one part alone be
    // a multipart. That they are joined in the same order is told by length and area.
    private static double Distance(Geometry? a, Geometry? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null ? 0 : double.PositiveInfinity;
        }

        var (from, to) = (OneOrMany(a), OneOrMany(b));
        if (from.GeometryType != to.GeometryType || from.NumPoints != to.NumPoints || from.NumGeometries != to.NumGeometries)
        {
            return double.PositiveInfinity;
        }

        var moved = Math.Max(Farthest(from, to), Farthest(to, from));
        var change = Math.Max(
            Math.Abs(from.Length - to.Length) / (2 * from.NumPoints), Math.Abs(from.Area - to.Area) / Math.Max(from.Length, double.Epsilon));
        return Math.Max(moved, change);
    }

    private static double Farthest(Geometry from, Geometry to) => from.Coordinates.Max(
        a => to.Coordinates.Min(b => Math.Max(Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y))));

    private static Geometry OneOrMany(Geometry geometry) =>
        geometry is GeometryCollection { NumGeometries: 1 } one ? one.GetGeometryN(0) : geometry;
}
