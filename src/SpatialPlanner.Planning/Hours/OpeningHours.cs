namespace SpatialPlanner.Planning.Hours;

/// <summary>
/// When a gate is open: the part of the language of OpenStreetMap's <c>opening_hours</c> that gates use. Rules joined by
/// <c>;</c>, each with days (<c>Mo-Fr</c>, <c>Sa,Su</c>, none for all) and ranges of times (<c>06:00-09:00,16:00-22:00</c>;
/// one that ends before it begins runs past midnight) or <c>off</c>; and <c>24/7</c>. As there, a later rule replaces the
/// earlier ones on the days that it names. Seasons, holidays, sunrise and comments are not understood.
/// </summary>
public sealed class OpeningHours
{
    private const int DayCount = 7;
    private readonly List<(int From, int To)>[] rangesOfDay;

    private OpeningHours(List<(int From, int To)>[] rangesOfDay) => this.rangesOfDay = rangesOfDay;

    /// <summary>Reads hours; null where they are not understood as a whole.</summary>
    /// <param name="text">Text.</param>
    public static OpeningHours? Parse(string text)
    {
        var days = new List<(int From, int To)>[DayCount];
        Array.Fill(days, []);
        var rules = text.Split(';', StringSplitOptions.TrimEntries);
        if (rules.Length > 1 && rules[^1].Length == 0)
        {
            rules = rules[..^1];
        }

        foreach (var rule in rules)
        {
            if (Rule(rule) is not { } read)
            {
                return null;
            }

            foreach (var day in read.Days)
            {
                days[day] = read.Ranges;
            }
        }

        return new OpeningHours(days);
    }

    /// <summary>True where it is open. The first minute of a range counts, its last does not: at 22:00 the gate is shut.</summary>
    /// <param name="time">When.</param>
    public bool IsOpenAt(WeekTime time)
    {
        var yesterday = rangesOfDay[(time.Day + DayCount - 1) % DayCount];
        var sinceYesterday = time.Minute + WeekTime.MinutesPerDay;
        return rangesOfDay[time.Day].Any(r => r.From <= time.Minute && time.Minute < r.To)
            || yesterday.Any(r => sinceYesterday < r.To);
    }

    private static (List<int> Days, List<(int From, int To)> Ranges)? Rule(string rule)
    {
        if (rule == "24/7")
        {
            return (EveryDay(), [(0, WeekTime.MinutesPerDay)]);
        }

        // Spaces are free around commas and dashes, so days end where the first digit or "off" stands.
        var compact = string.Concat(rule.Where(c => c != ' '));
        var at = compact.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        at = at < 0 && compact.EndsWith("off", StringComparison.Ordinal) ? compact.Length - 3 : at;
        if (at < 0)
        {
            return null;
        }

        var days = at == 0 ? EveryDay() : Days(compact[..at]);
        var ranges = compact[at..] == "off" ? [] : Ranges(compact[at..]);
        return days is null || ranges is null ? null : (days, ranges);
    }

    private static List<int> EveryDay() => [.. Enumerable.Range(0, DayCount)];

    private static List<int>? Days(string text)
    {
        var days = new List<int>();
        foreach (var part in text.TrimEnd(':').Split(','))
        {
            var ends = part.Split('-');
            var (first, last) = (Array.IndexOf(WeekTime.Days, ends[0]), Array.IndexOf(WeekTime.Days, ends[^1]));
            if (ends.Length > 2 || first < 0 || last < 0)
            {
                return null;
            }

            for (var d = first; ; d = (d + 1) % DayCount)
            {
                days.Add(d);
                if (d == last)
                {
                    break;
                }
            }
        }

        return days;
    }

    private static List<(int From, int To)>? Ranges(string text)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var part in text.Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length != 2 || WeekTime.MinuteOf(ends[0]) is not { } from || WeekTime.MinuteOf(ends[1]) is not { } to)
            {
                return null;
            }

            ranges.Add((from, to <= from ? to + WeekTime.MinutesPerDay : to));
        }

        return ranges;
    }
}
