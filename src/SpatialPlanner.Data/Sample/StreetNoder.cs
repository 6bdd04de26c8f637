namespace SpatialPlanner.Data.Sample;

/// <summary>
/// Splits streets where others end on them. As every street was cut from cells, streets meet only at ends: there are
/// T-junctions and crossings made of them, never a crossing in the middle of two pieces.
/// </summary>
internal sealed class StreetNoder
{
    private const double CellMetres = 40;
    private const double OnLineMetres = 0.02;
    private readonly Dictionary<(int, int), List<Vec>> _points = [];

    public StreetNoder(IEnumerable<Vec> points)
    {
        foreach (var p in points)
        {
            var key = Key(p);
            if (!_points.TryGetValue(key, out var list))
            {
                _points[key] = list = [];
            }

            list.Add(p);
        }
    }

    /// <summary>The two ends of a line and every known point on it, in order.</summary>
    public List<Vec> Split(Vec from, Vec to)
    {
        var length = (to - from).Length;
        var along = (to - from) * (1 / length);
        var on = new List<(double At, Vec Point)>();
        foreach (var p in Near(from, to))
        {
            var at = (p - from).Dot(along);
            if (at > OnLineMetres && at < length - OnLineMetres && Math.Abs(along.Cross(p - from)) < OnLineMetres)
            {
                on.Add((at, p));
            }
        }

        return [from, .. on.OrderBy(p => p.At).Select(p => p.Point), to];
    }

    private IEnumerable<Vec> Near(Vec from, Vec to)
    {
        var (low, high) = (Key(new(Math.Min(from.X, to.X) - 1, Math.Min(from.Y, to.Y) - 1)),
            Key(new(Math.Max(from.X, to.X) + 1, Math.Max(from.Y, to.Y) + 1)));
        for (var i = low.Item1; i <= high.Item1; i++)
        {
            for (var j = low.Item2; j <= high.Item2; j++)
            {
                foreach (var p in _points.GetValueOrDefault((i, j), []))
                {
                    yield return p;
                }
            }
        }
    }

    private static (int, int) Key(Vec p) => ((int)Math.Floor(p.X / CellMetres), (int)Math.Floor(p.Y / CellMetres));
}
