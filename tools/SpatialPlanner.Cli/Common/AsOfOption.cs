using System.CommandLine;
using System.Globalization;

namespace SpatialPlanner.Cli.Common;

/// <summary>The day by which deadlines of compounds' rooms count as overdue; without one they are not judged.</summary>
public sealed class AsOfOption
{
    public Option<string?> Option { get; } = new("--as-of")
    {
        Description = "Day (2026-03-01) by which room_audit and rectification judge what is overdue (default: not judged) 逾期判定日",
    };

    /// <summary>The day given, or null.</summary>
    public DateOnly? Of(ParseResult parsed) =>
        parsed.GetValue(Option) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new UsageException($"--as-of “{text}”应写作 2026-03-01", $"--as-of '{text}' must be written 2026-03-01");
}
