using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Engine.Network;

/// <summary>Parts of the drawn shape of an edge.</summary>
public static class EdgeShape
{
    /// <summary>
    /// The points of an edge between two positions, in the direction from the first to the second. Positions are in
    /// millimetres of the edge's length and are carried over to the drawn shape in proportion.
    /// </summary>
    /// <param name="edges">The edges.</param>
    /// <param name="edge">Edge.</param>
    /// <param name="fromMm">First position, millimetres from the edge's first end.</param>
    /// <param name="toMm">Second position.</param>
    public static List<(double X, double Y)> Between(EdgeColumns edges, int edge, int fromMm, int toMm)
    {
        var (low, high) = (Math.Min(fromMm, toMm), Math.Max(fromMm, toMm));
        var (first, end) = (edges.FirstShapePoint[edge], edges.FirstShapePoint[edge + 1]);
        var scale = DrawnLength(edges, edge) / edges.LengthMm[edge];
        var (lowAt, highAt) = (low * scale, high * scale);
        var points = new List<(double X, double Y)>();
        var before = 0.0;
        for (var s = first; s + 1 < end; s++)
        {
            var (ax, ay, bx, by) = (edges.ShapeX[s], edges.ShapeY[s], edges.ShapeX[s + 1], edges.ShapeY[s + 1]);
            var length = Math.Sqrt(((bx - ax) * (bx - ax)) + ((by - ay) * (by - ay)));
            var after = before + length;
            var last = s + 2 == end;
            if (points.Count == 0 && (lowAt <= after || last))
            {
                points.Add(At(ax, ay, bx, by, lowAt - before, length));
            }

            if (points.Count > 0 && (highAt <= after || last))
            {
                points.Add(At(ax, ay, bx, by, highAt - before, length));
                break;
            }

            if (points.Count > 0)
            {
                points.Add((bx, by));
            }

            before = after;
        }

        if (fromMm > toMm)
        {
            points.Reverse();
        }

        return points;
    }

    /// <summary>
    /// The position on an edge nearest to a point. The offset is scaled from the drawn shape to the edge's own length.
    /// </summary>
    /// <param name="edges">The edges.</param>
    /// <param name="edge">Edge.</param>
    /// <param name="x">Local east, metres.</param>
    /// <param name="y">Local north, metres.</param>
    public static LinkPosition Nearest(EdgeColumns edges, int edge, double x, double y)
    {
        var (best, bestAlong, before) = (double.PositiveInfinity, 0.0, 0.0);
        for (var s = edges.FirstShapePoint[edge]; s + 1 < edges.FirstShapePoint[edge + 1]; s++)
        {
            var (ax, ay) = (edges.ShapeX[s], edges.ShapeY[s]);
            var (dx, dy) = (edges.ShapeX[s + 1] - ax, edges.ShapeY[s + 1] - ay);
            var squared = (dx * dx) + (dy * dy);
            var length = Math.Sqrt(squared);
            var t = squared == 0 ? 0 : Math.Clamp((((x - ax) * dx) + ((y - ay) * dy)) / squared, 0, 1);
            var (px, py) = (ax + (t * dx) - x, ay + (t * dy) - y);
            if ((px * px) + (py * py) < best)
            {
                (best, bestAlong) = ((px * px) + (py * py), before + (t * length));
            }

            before += length;
        }

        var offset = before == 0 ? 0 : (int)Math.Round(edges.LengthMm[edge] * bestAlong / before);
        return new LinkPosition(edge, offset, (int)Math.Round(Math.Sqrt(best) * 1000));
    }

    private static double DrawnLength(EdgeColumns edges, int edge)
    {
        var total = 0.0;
        for (var s = edges.FirstShapePoint[edge]; s + 1 < edges.FirstShapePoint[edge + 1]; s++)
        {
            var (dx, dy) = (edges.ShapeX[s + 1] - edges.ShapeX[s], edges.ShapeY[s + 1] - edges.ShapeY[s]);
            total += Math.Sqrt((dx * dx) + (dy * dy));
        }

        return total;
    }

    private static (double X, double Y) At(double ax, double ay, double bx, double by, double along, double length)
    {
        var t = length == 0 ? 0 : Math.Clamp(along / length, 0, 1);
        return (ax + (t * (bx - ax)), ay + (t * (by - ay)));
    }
}
