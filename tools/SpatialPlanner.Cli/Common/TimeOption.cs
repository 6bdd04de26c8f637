using System.CommandLine;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Planning.Hours;

namespace SpatialPlanner.Cli.Common;

/// <summary>The time of the week that a question is asked for: gates that are not open then count as closed.</summary>
public sealed class TimeOption
{
    public Option<string?> Option { get; } = new("--time")
    {
        Description = "Time, e.g. 21:30 or \"Sa 21:30\": gates shut then count as closed (default: open) 时刻",
    };

    /// <summary>The district at a time, or as it is where none is given.</summary>
    public static LoadedDistrict Apply(WeekTime? time, LoadedDistrict loaded, Terminal terminal)
    {
        if (time is not { } at)
        {
            return loaded;
        }

        var then = loaded.At(at);
        terminal.Say(new($"{at}：关闭 {then.GatesShut} 个小区出入口", $"{at}: {then.GatesShut} gates of compounds are shut"));
        return then;
    }

    /// <summary>The time given, or null.</summary>
    public WeekTime? Of(ParseResult parsed) =>
        parsed.GetValue(Option) is not { } text ? null : WeekTime.Parse(text) ?? throw new UsageException(
            $"--time “{text}”应写作 21:30 或 \"Sa 21:30\"（Mo Tu We Th Fr Sa Su）",
            $"--time '{text}' must be written 21:30 or \"Sa 21:30\" (Mo Tu We Th Fr Sa Su)");
}
