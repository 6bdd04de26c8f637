using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// Rows of every source layer with what breaks exports: quotes, line ends, formulas, leading zeros, empty text beside null,
/// numbers at the edge of their type, three-part polygons with holes, points among polygons, rows without geometry.
/// </summary>
internal static class NastyLayers
{
    private static readonly string[] Texts =
    [
        "他说：“你好”, 'and \"so\" on'; 结束", "line 1\nline 2\r\nline 3", "00123", "", "=1+1", "-2+3", "+86 10", "@SUM(A1)",
        "<b>&amp;</b> ]]> 🏠", "  blanks before", "tab\there", "_x0041_ _x000D_", "true", "null", "1e5", "\u0001\u001f control", "碧", "龙𠮷",
    ];

    private static readonly long?[] Wholes =
        [0, 1, -1, 2_147_483_648, 9_007_199_254_740_993, 999_999_999_999_999_999, -12_345, 999_999_999_999_999, null];

    private static readonly double?[] Reals =
        [0.1, -0.0, 1e-7, 1e22, 123_456_789.123456789, 1.0 / 3, -2.5e-12, 5, 1.7976931348623157e308, 4.9e-324, 1e15, null];

    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    /// <summary>Makes the workspace.</summary>
    public static IWorkspace Create(string path)
    {
        var workspace = Workspaces.Create(path, new FixedClock());
        foreach (var layer in WorkspaceLayers.All)
        {
            workspace.Commit(Rows.Batch(layer, [.. RowsOf(layer)]), Rows.Source, false);
        }

        return workspace;
    }

    private static IEnumerable<LayerRow> RowsOf(LayerSchema layer)
    {
        for (var i = 0; i < Texts.Length; i++)
        {
            var values = new object?[layer.Columns.Count];
            for (var c = 1; c < values.Length; c++)
            {
                values[c] = Value(layer.Columns[c], i + c);
            }

            values[0] = Key(i);
            yield return new LayerRow(Shape(layer.Geometry, i), values);
        }

        yield return Rows.Of(layer, null, (layer.Key, "all null"));
    }

    // Keys are among the values that must not change.
    private static string Key(int i) => i switch
    {
        0 => "007",
        1 => "=1+1",
        2 => "way/12/0~1",
        3 => "a,\"b\"\nc",
        _ => string.Create(CultureInfo.InvariantCulture, $"行{i:d3}"),
    };

    private static object? Value(LayerColumn column, int i) => column.Type switch
    {
        ColumnType.Text when column.Allowed is { } allowed => i % 5 == 0 ? null : allowed[i % allowed.Count],
        ColumnType.Text => i % 7 == 0 ? null : Texts[i % Texts.Length],
        ColumnType.Whole => Wholes[i % Wholes.Length],
        ColumnType.Real => Reals[i % Reals.Length],
        _ => (i % 3) switch
        {
            0 => true,
            1 => false,
            _ => null,
        },
    };

    private static Geometry? Shape(LayerGeometry kind, int i) => kind switch
    {
        LayerGeometry.None => null,
        LayerGeometry.Point => Place(i),
        LayerGeometry.Line => new LineString([At(i, 0, 0), At(i, 0.000123456789, 0.0002), At(i, 0.0003, 0.000111111111)]),
        LayerGeometry.PointOrPolygon when i % 2 == 0 => Place(i),
        _ => Area(i),
    };

    private static Point Place(int i) => Factory.CreatePoint(At(i, 0, 0));

    private static Geometry Area(int i) => (i % 4) switch
    {
        1 => Box(i, 0, 0.001, true),
        3 => Factory.CreateMultiPolygon([Box(i, 0, 0.001, true), Box(i, 0.002, 0.001, false), Box(i, 0.004, 0.0005, true)]),
        _ => Box(i, 0, 0.00000123, false),
    };

    private static Polygon Box(int i, double east, double size, bool withHole)
    {
        LinearRing Ring(double from, double to) => new(
        [
            At(i, east + from, from), At(i, east + to, from), At(i, east + to, to), At(i, east + from, to), At(i, east + from, from),
        ]);
        return new Polygon(Ring(0, size), withHole ? [Ring(size / 4, size / 3), Ring(size / 2, size / 1.5)] : []);
    }

    private static Coordinate At(int i, double east, double north) =>
        new(108.123456789123 + (0.0137 * i) + east, 34.198765432198 + (0.0071 * i) + north);

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero);
    }
}
