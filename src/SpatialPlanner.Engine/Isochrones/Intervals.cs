namespace SpatialPlanner.Engine.Isochrones;

/// <summary>Sets of intervals on a line, rising and apart from each other.</summary>
internal static class Intervals
{
    /// <summary>Joins intervals that overlap or touch.</summary>
    public static List<(int From, int To)> Union(List<(int From, int To)> parts)
    {
        parts.Sort();
        var joined = new List<(int From, int To)>();
        foreach (var part in parts)
        {
            if (joined.Count > 0 && part.From <= joined[^1].To)
            {
                joined[^1] = (joined[^1].From, Math.Max(joined[^1].To, part.To));
            }
            else
            {
                joined.Add(part);
            }
        }

        return joined;
    }

    /// <summary>What is left of a set when another is taken away; stretches of length 0 are left out.</summary>
    public static List<(int From, int To)> Without(List<(int From, int To)> whole, List<(int From, int To)> taken)
    {
        var left = new List<(int From, int To)>();
        foreach (var (from, to) in whole)
        {
            var at = from;
            foreach (var (takenFrom, takenTo) in taken)
            {
                if (takenTo > at && takenFrom < to)
                {
                    Add(left, at, Math.Min(to, takenFrom));
                    at = Math.Max(at, takenTo);
                }
            }

            Add(left, at, to);
        }

        return left;
    }

    private static void Add(List<(int From, int To)> list, int from, int to)
    {
        if (to > from)
        {
            list.Add((from, to));
        }
    }
}
