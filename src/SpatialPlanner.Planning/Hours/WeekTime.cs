using System.Globalization;

namespace SpatialPlanner.Planning.Hours;

/// <summary>A minute of a week, without a time zone: gates are opened by the clock on the wall.</summary>
/// <param name="Day">Day, 0 for Monday.</param>
/// <param name="Minute">Minute of the day.</param>
public readonly record struct WeekTime(int Day, int Minute)
{
    /// <summary>Minutes of a day.</summary>
    public const int MinutesPerDay = 24 * 60;

    /// <summary>The day meant where none is named: Wednesday, a working day like most.</summary>
    public const int OrdinaryDay = 2;

    internal static readonly string[] Days = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

    /// <summary>Reads <c>HH:MM</c>, or a day and it: <c>Sa 21:30</c>. Null where the text is neither.</summary>
    /// <param name="text">Text.</param>
    public static WeekTime? Parse(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var day = words.Length == 2 ? Array.IndexOf(Days, words[0]) : OrdinaryDay;
        return words.Length is 1 or 2 && day >= 0 && MinuteOf(words[^1]) is { } minute and < MinutesPerDay
            ? new WeekTime(day, minute)
            : null;
    }

    /// <summary>The day and the time, e.g. <c>We 21:30</c>.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Days[Day]} {Minute / 60:00}:{Minute % 60:00}");

    /// <summary>The minute of <c>HH:MM</c>, from 00:00 to 24:00; null for anything else.</summary>
    internal static int? MinuteOf(string text) =>
        text.Length is 4 or 5 && text[^3] == ':' && int.TryParse(text[..^3], NumberStyles.None, CultureInfo.InvariantCulture, out var hour)
        && int.TryParse(text[^2..], NumberStyles.None, CultureInfo.InvariantCulture, out var minute)
        && minute < 60 && (hour * 60) + minute <= MinutesPerDay
            ? (hour * 60) + minute
            : null;
}
