using System.Globalization;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;
using static SpatialPlanner.Data.Locate.LocateProblems;

namespace SpatialPlanner.Data.Locate;

/// <summary>Questions that nobody can answer, each with what to do about it.</summary>
internal static class LocateCheck
{
    /// <summary>Refuses a question that makes no sense for a table.</summary>
    /// <exception cref="InputException">It makes none.</exception>
    public static void Ask(LocateTable table, LocateQuestion question)
    {
        Numbers(question);
        Sites(table, question);
        Options(table, question);
        if (table.Weight.All(w => w == 0))
        {
            throw Refused("--demand", new("所有权重都是 0", "every weight is 0"), new("至少一个需求点的权重应大于 0", "give at least one demand point a weight above 0"));
        }
    }

    private static void Numbers(LocateQuestion question)
    {
        if (NeedsLimit(question.Problem) && question.Limit is null)
        {
            throw Refused(
                "--limit", new($"{NameOf(question.Problem)} 需要服务半径", $"{NameOf(question.Problem)} needs a limit"),
                new("用 --limit 给出，单位与费用相同", "give it by --limit, in the unit of the costs"));
        }

        if (question.Limit < 0)
        {
            throw Refused("--limit", new("不能为负数", "it is negative"), new("应为 0 或更大", "give 0 or more"));
        }

        if (question.CoverShare is not (> 0 and <= 1))
        {
            throw Refused("--cover-share", new($"{question.CoverShare} 超出范围", $"{question.CoverShare} is out of range"), new("应大于 0、不超过 1", "give a share above 0 and at most 1"));
        }

        if (question.Backup < 1)
        {
            throw Refused("--backup", new($"{question.Backup} 超出范围", $"{question.Backup} is out of range"), new("应为 1 或更大", "give 1 or more"));
        }

        if (question.Spacing is <= 0)
        {
            throw Refused("--spacing", new($"{question.Spacing} 超出范围", $"{question.Spacing} is out of range"), new("应大于 0", "give a distance above 0"));
        }
    }

    private static void Sites(LocateTable table, LocateQuestion question)
    {
        var required = table.Role.Count(r => r == SiteRole.Required);
        var candidates = table.Role.Count(r => r is SiteRole.Free or SiteRole.Required);
        if (!NeedsSites(question.Problem))
        {
            if (question.Sites is not null)
            {
                throw Refused("--p", new($"{NameOf(question.Problem)} 自己求出地点数", $"{NameOf(question.Problem)} finds the number of sites by itself"), new("去掉 --p", "leave --p out"));
            }

            return;
        }

        var p = question.Sites ?? throw Refused(
            "--p", new($"{NameOf(question.Problem)} 需要地点数", $"{NameOf(question.Problem)} needs the number of sites"), new("用 --p 给出", "give it by --p"));
        if (p < 1)
        {
            throw Refused("--p", new($"{p} 超出范围", $"{p} is out of range"), new("应为 1 或更大", "give 1 or more"));
        }

        if (p > candidates)
        {
            throw Refused("--p", new($"要选 {p} 个，只有 {candidates} 个可选地点", $"{p} sites are asked for and there are {candidates} candidates"), new($"减到 {candidates} 或更少，或增加可选地点", $"give {candidates} or less, or more candidates"));
        }

        if (required > p)
        {
            throw Refused("--fixed", new($"{required} 个必选地点，而 --p 为 {p}", $"{required} sites are required and --p is {p}"), new($"--p 至少 {required}，或减少必选地点", $"give --p {required} or more, or require fewer"));
        }
    }

    private static void Options(LocateTable table, LocateQuestion question)
    {
        var name = NameOf(question.Problem);
        if (question.Backup > 1 && question.Problem is not (LocateProblem.Lscp or LocateProblem.PCenter))
        {
            throw Refused("--backup", new($"{name} 不支持后备覆盖", $"{name} knows no backup"), new("用于 lscp 或 p-center", "use it with lscp or p-center"));
        }

        if (question.CoverShare < 1 && (question.Problem is LocateProblem.Mclp or LocateProblem.CapacitatedMclp or LocateProblem.PCenter or LocateProblem.PDispersion || question.Backup > 1))
        {
            throw Refused("--cover-share", new($"{name} 不用覆盖率", $"{name} takes no share to be covered"), new("用于 lscp（无 --backup）、p-median、cp-median 或 cflp", "use it with lscp (without --backup), p-median, cp-median or cflp"));
        }

        if (question.Spacing is not null && table.NearerThan is null)
        {
            throw Refused("--spacing", new("费用表不含地点之间的距离", "a table of costs has no distances between sites"), new("改用 --graph 或 -w", "use --graph or -w"));
        }

        if (question.Problem == LocateProblem.PDispersion && table.NearerThan is null)
        {
            throw Refused("--problem", new("p-dispersion 需要地点之间的距离，费用表没有", "p-dispersion needs distances between sites, which a table of costs has not"), new("改用 --graph 或 -w", "use --graph or -w"));
        }

        if (HasCapacity(question.Problem) && table.Capacity.All(c => c is null))
        {
            throw Refused("--fixed", new($"{name} 需要各地点的容量", $"{name} needs the capacity of the sites"), new("在文件中加 capacity 列（与权重同单位；空 = 不限）", "give a column capacity in the file (in the unit of the weights; empty: no bound)"));
        }
    }

    /// <summary>A question that is refused.</summary>
    internal static InputException Refused(string option, LocalText what, LocalText remedy) => InputException.Fatal(option, null, what, remedy);

    /// <summary>A number as people read it.</summary>
    internal static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);
}
