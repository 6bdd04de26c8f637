using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// Hexagons that stand in where a city has no community boundaries: 500 m from side to side (21.7 ha, the middle of
/// what GB 50180-2018 gives a 5-minute circle), laid from the centre of the district, only where buildings stand.
/// </summary>
internal static class HexagonGrid
{
    private const double AcrossMetres = 500;
    private static readonly double RowMetres = AcrossMetres * Math.Sqrt(3) / 2;

    public static List<Area> Around(IEnumerable<(double X, double Y)> places, LocalProjection projection)
    {
        var cells = new SortedSet<(int Row, int Column)>();
        foreach (var (x, y) in places)
        {
            cells.Add(CellOf(x, y));
        }

        return [.. cells.Select(c => Make(c, projection))];
    }

    /// <summary>The cell whose centre is nearest: of the two rows around a point, the nearer centre.</summary>
    private static (int Row, int Column) CellOf(double x, double y)
    {
        var low = (int)Math.Floor(y / RowMetres);
        var best = (Row: 0, Column: 0);
        var nearest = double.PositiveInfinity;
        for (var row = low; row <= low + 1; row++)
        {
            var column = (int)Math.Round((x / AcrossMetres) - Shift(row));
            var (cx, cy) = Centre(row, column);
            var squared = ((x - cx) * (x - cx)) + ((y - cy) * (y - cy));
            if (squared < nearest)
            {
                (nearest, best) = (squared, (row, column));
            }
        }

        return best;
    }

    private static double Shift(int row) => (row & 1) == 0 ? 0 : 0.5;

    private static (double X, double Y) Centre(int row, int column) =>
        ((column + Shift(row)) * AcrossMetres, row * RowMetres);

    private static Area Make((int Row, int Column) cell, LocalProjection projection)
    {
        var (cx, cy) = Centre(cell.Row, cell.Column);
        var radius = AcrossMetres / Math.Sqrt(3);
        var ring = new Coordinate[7];
        for (var k = 0; k < 6; k++)
        {
            var (sin, cos) = Math.SinCos((30 + (60 * k)) * Math.PI / 180);
            var (lon, lat) = projection.ToLonLat(cx + (radius * cos), cy + (radius * sin));
            ring[k] = new Coordinate(lon, lat);
        }

        ring[6] = ring[0].Copy();
        var label = string.Create(CultureInfo.InvariantCulture, $"{Signed(cell.Row, 'N', 'S')}{Signed(cell.Column, 'E', 'W')}");
        return new Area($"hex-{label}", $"网格 {label}", $"Hexagon {label}", null, new Polygon(new LinearRing(ring)));
    }

    private static string Signed(int value, char positive, char negative) =>
        string.Create(CultureInfo.InvariantCulture, $"{(value < 0 ? negative : positive)}{Math.Abs(value)}");
}
