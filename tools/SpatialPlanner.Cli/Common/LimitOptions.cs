using System.CommandLine;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Cli.Common;

/// <summary>The options by which a limit and a walker are given: metres or minutes, never both.</summary>
public sealed class LimitOptions
{
    // Those of the API, so that a question has the same answer wherever it is asked.
    private const double Smallest = 0.001, MostMinutes = 240, MostMetres = 20_000;

    public Option<double?> Minutes { get; } = CommonOptions.Number("--minutes", "Limit in minutes 步行分钟");

    public Option<double?> Metres { get; } = CommonOptions.Number("--metres", "Limit in metres 步行米数");

    public Option<string?> Profile { get; } = new("--profile")
    {
        Description = "Walker: planning, adult, senior, senior_80, caregiver (default: that of the rule) 步行者",
    };

    /// <summary>The limit given, or null for that of each service's rule.</summary>
    public WalkLimit? LimitOf(ParseResult parsed)
    {
        var (minutes, metres) = (parsed.GetValue(Minutes), parsed.GetValue(Metres));
        if (minutes is not null && metres is not null)
        {
            throw new UsageException(
                "只能给出 --minutes 或 --metres 之一；另一个由步速换算", "give --minutes or --metres, not both: the other follows from the walking speed");
        }

        foreach (var value in new[] { minutes, metres })
        {
            Check(value, isMinutes: minutes is not null);
        }

        return minutes is not null || metres is not null ? new WalkLimit(metres, minutes) : null;
    }

    /// <summary>Refuses a limit that nobody can mean.</summary>
    public static void Check(double? value, bool isMinutes)
    {
        var (name, most) = isMinutes ? ("--minutes", MostMinutes) : ("--metres", MostMetres);
        if (value is { } limit && !(limit >= Smallest && limit <= most))
        {
            throw new UsageException(
                $"{name} 应在 {Smallest} 与 {most} 之间", $"{name} must be between {Smallest} and {most}");
        }
    }

    /// <summary>The walker given, or null for that of each service's rule.</summary>
    public WalkerProfile? ProfileOf(ParseResult parsed, LoadedDistrict loaded) =>
        ProfileOf(parsed, loaded.Pack);

    /// <summary>The walker given, or null.</summary>
    public WalkerProfile? ProfileOf(ParseResult parsed, RulePack pack)
    {
        if (parsed.GetValue(Profile) is not { } code)
        {
            return null;
        }

        var codes = string.Join(", ", pack.Profiles.Select(p => p.Code));
        return pack.FindProfile(code)
            ?? throw new UsageException($"没有步行者 {code}；可用：{codes}", $"there is no profile {code}; use one of {codes}");
    }
}
