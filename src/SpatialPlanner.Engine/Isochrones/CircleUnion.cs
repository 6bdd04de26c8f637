namespace SpatialPlanner.Engine.Isochrones;

/// <summary>Area of equal circles together, by Green's theorem along the arcs that no other circle covers.</summary>
internal static class CircleUnion
{
    /// <summary>The area in square metres.</summary>
    /// <param name="centres">Centres, metres; the same one twice counts once.</param>
    /// <param name="radius">Radius, metres.</param>
    public static double AreaM2(ReadOnlySpan<(double X, double Y)> centres, double radius)
    {
        var distinct = new List<(double X, double Y)>();
        foreach (var centre in centres)
        {
            if (!distinct.Contains(centre))
            {
                distinct.Add(centre);
            }
        }

        var area = 0.0;
        foreach (var centre in distinct)
        {
            area += FreeArcs(centre, distinct, radius).Sum(arc => UnderArc(centre, radius, arc));
        }

        return area;
    }

    /// <summary>The arcs of a circle outside all others, as angles in radians.</summary>
    private static List<(double From, double To)> FreeArcs(
        (double X, double Y) centre, List<(double X, double Y)> all, double radius)
    {
        var covered = new List<(double From, double To)>();
        foreach (var other in all)
        {
            var (dx, dy) = (other.X - centre.X, other.Y - centre.Y);
            var distance = Math.Sqrt((dx * dx) + (dy * dy));
            if (distance > 0 && distance < 2 * radius)
            {
                var (towards, half) = (Math.Atan2(dy, dx), Math.Acos(distance / (2 * radius)));
                AddTurn(covered, towards - half, towards + half);
            }
        }

        covered.Sort();
        var free = new List<(double From, double To)>();
        var at = -Math.PI;
        foreach (var (from, to) in covered)
        {
            if (from > at)
            {
                free.Add((at, from));
            }

            at = Math.Max(at, to);
        }

        if (at < Math.PI)
        {
            free.Add((at, Math.PI));
        }

        return free;
    }

    private static void AddTurn(List<(double From, double To)> arcs, double from, double to)
    {
        if (from < -Math.PI)
        {
            arcs.Add((from + (2 * Math.PI), Math.PI));
        }

        if (to > Math.PI)
        {
            arcs.Add((-Math.PI, to - (2 * Math.PI)));
        }

        arcs.Add((Math.Max(from, -Math.PI), Math.Min(to, Math.PI)));
    }

    /// <summary>Half of the integral of x dy - y dx along an arc.</summary>
    private static double UnderArc((double X, double Y) centre, double radius, (double From, double To) arc) =>
        radius / 2 * ((radius * (arc.To - arc.From))
            + (centre.X * (Math.Sin(arc.To) - Math.Sin(arc.From)))
            - (centre.Y * (Math.Cos(arc.To) - Math.Cos(arc.From))));
}
