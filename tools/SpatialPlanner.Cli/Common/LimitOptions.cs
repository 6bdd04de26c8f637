using System.CommandLine;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Cli.Common;

/// <summary>The options by which a limit and a walker are given: metres or minutes, never both.</summary>
public sealed class LimitOptions
{
    public Option<double?> Minutes { get; } = new("--minutes") { Description = "Limit in minutes 步行分钟" };

    public Option<double?> Metres { get; } = new("--metres") { Description = "Limit in metres 步行米数" };

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

        if ((minutes ?? metres) is { } value && value is not (> 0 and <= 1_000_000))
        {
            throw new UsageException("限值必须大于 0", "the limit must be above 0");
        }

        return minutes is not null || metres is not null ? new WalkLimit(metres, minutes) : null;
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
