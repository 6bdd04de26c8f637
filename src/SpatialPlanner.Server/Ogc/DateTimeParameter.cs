using System.Globalization;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Ogc;

/// <summary>The parameter <c>datetime</c>: an instant, or an interval with at most one open end.</summary>
internal static class DateTimeParameter
{
    /// <summary>Refuses a text that is neither.</summary>
    public static void Check(string text)
    {
        var ends = text.Split('/');
        var valid = ends.Length switch
        {
            1 => IsInstant(text),
            2 => ends.All(e => IsOpen(e) || IsInstant(e)) && !ends.All(IsOpen) && InOrder(ends[0], ends[1]),
            _ => false,
        };
        if (!valid)
        {
            throw HttpProblem.Invalid(
                "datetime", "应为 RFC 3339 时刻或区间", "give an RFC 3339 instant or an interval start/end");
        }
    }

    private static bool IsOpen(string end) => end is "" or "..";

    private static bool InOrder(string start, string end) =>
        IsOpen(start) || IsOpen(end) || Parse(start) <= Parse(end);

    private static bool IsInstant(string text) => Parse(text) is not null;

    private static DateTimeOffset? Parse(string text) =>
        text is [_, _, _, _, '-', ..] && DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;
}
