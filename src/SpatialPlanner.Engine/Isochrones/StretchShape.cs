using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// The drawn shape of one reached stretch after another, in columns that are used again: what
/// <see cref="EdgeShape.Between"/> gives, without a list for each of thousands of stretches.
/// </summary>
internal sealed class StretchShape(EdgeColumns edges)
{
    private double[] x = new double[16];
    private double[] y = new double[16];
    private float[] share = new float[16];

    /// <summary>Number of points.</summary>
    public int Count { get; private set; }

    /// <summary>A point: local east and north in metres, and how far along the stretch it lies, 0 to 1.</summary>
    /// <param name="i">Place of the point.</param>
    public (double X, double Y, float Share) this[int i] => (x[i], y[i], share[i]);

    /// <summary>Takes a stretch.</summary>
    /// <param name="edge">Edge.</param>
    /// <param name="fromMm">Where it begins, millimetres from the edge's first end.</param>
    /// <param name="toMm">Where it ends, farther from there.</param>
    public void Take(int edge, int fromMm, int toMm)
    {
        Count = 0;
        var (first, last) = (edges.FirstShapePoint[edge], edges.FirstShapePoint[edge + 1] - 1);
        var scale = Drawn(first, last) / edges.LengthMm[edge];
        var (start, end) = (fromMm * scale, toMm * scale);
        var before = 0.0;
        for (var s = first; s < last; s++)
        {
            var (dx, dy) = (edges.ShapeX[s + 1] - edges.ShapeX[s], edges.ShapeY[s + 1] - edges.ShapeY[s]);
            var length = Math.Sqrt((dx * dx) + (dy * dy));
            if (Count == 0 && (start <= before + length || s + 1 == last))
            {
                Add(s, dx, dy, start - before, length, 0);
            }

            if (Count > 0 && (end <= before + length || s + 1 == last))
            {
                Add(s, dx, dy, end - before, length, 1);
                return;
            }

            before += length;
            if (Count > 0)
            {
                Add(s, dx, dy, length, length, (float)((before - start) / (end - start)));
            }
        }
    }

    private double Drawn(int first, int last)
    {
        var total = 0.0;
        for (var s = first; s < last; s++)
        {
            var (dx, dy) = (edges.ShapeX[s + 1] - edges.ShapeX[s], edges.ShapeY[s + 1] - edges.ShapeY[s]);
            total += Math.Sqrt((dx * dx) + (dy * dy));
        }

        return total;
    }

    private void Add(int s, double dx, double dy, double along, double length, float shareHere)
    {
        if (Count == x.Length)
        {
            Array.Resize(ref x, 2 * Count);
            Array.Resize(ref y, 2 * Count);
            Array.Resize(ref share, 2 * Count);
        }

        var t = length == 0 ? 0 : Math.Clamp(along / length, 0, 1);
        (x[Count], y[Count], share[Count]) = (edges.ShapeX[s] + (t * dx), edges.ShapeY[s] + (t * dy), shareHere);
        Count++;
    }
}
