namespace SpatialPlanner.Planning.Survey;

/// <summary>Makes whole people of parts of people.</summary>
internal static class WholeParts
{
    // So far off a whole number is the error of a sum and no part of a person.
    private const double Noise = 1e-7;

    /// <summary>
    /// Rounds every part up or down so that the whole numbers add up to the rounded sum; the largest remainders are rounded up,
    /// on a tie the first. So no part exceeds a whole number that it does not exceed before.
    /// </summary>
    public static long[] Round(ReadOnlySpan<double> parts)
    {
        var whole = new long[parts.Length];
        var rest = new (double Remainder, int Part)[parts.Length];
        var sum = 0.0;
        for (var i = 0; i < whole.Length; i++)
        {
            whole[i] = (long)Math.Floor(parts[i] + Noise);
            rest[i] = (Math.Max(0, parts[i] - whole[i]), i);
            sum += rest[i].Remainder;
        }

        Array.Sort(rest, (a, b) => b.Remainder != a.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Part.CompareTo(b.Part));
        var up = (int)Math.Floor(sum + 0.5 + Noise);
        for (var i = 0; i < up; i++)
        {
            whole[rest[i].Part]++;
        }

        return whole;
    }
}
