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
        if (Numbers(question).Concat(Sites(table, question)).Concat(Options(table, question)).FirstOrDefault() is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>A question that is refused.</summary>
    internal static InputException Refused(string option, LocalText what, LocalText remedy) => InputException.Fatal(option, null, what, remedy);

    /// <summary>A number as people read it.</summary>
    internal static string Text(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    private static IEnumerable<InputException> Numbers(LocateQuestion question)
    {
        var name = NameOf(question.Problem);
        if (NeedsLimit(question.Problem) && question.Limit is null)
        {
            yield return Refused(
                "--limit", new($"{name} 需要服务半径", $"{name} needs a limit"),
                new("用 --limit 给出，单位与费用相同", "give it by --limit, in the unit of the costs"));
        }

        if (question.Limit < 0)
        {
            yield return Refused("--limit", new("不能为负数", "it is negative"), new("应为 0 或更大", "give 0 or more"));
        }

        if (question.CoverShare is not (> 0 and <= 1))
        {
            yield return OutOfRange("--cover-share", question.CoverShare, new("应大于 0、不超过 1", "give a share above 0 and at most 1"));
        }

        if (question.Backup < 1)
        {
            yield return OutOfRange("--backup", question.Backup, new("应为 1 或更大", "give 1 or more"));
        }

        if (question.Spacing is <= 0)
        {
            yield return OutOfRange("--spacing", question.Spacing.Value, new("应大于 0", "give a distance above 0"));
        }
    }

    private static InputException OutOfRange(string option, decimal value, LocalText remedy) =>
        Refused(option, new($"{Text(value)} 超出范围", $"{Text(value)} is out of range"), remedy);

    private static IEnumerable<InputException> Sites(LocateTable table, LocateQuestion question)
    {
        var name = NameOf(question.Problem);
        var required = table.Role.Count(r => r == SiteRole.Required);
        var candidates = table.Role.Count(r => r is SiteRole.Free or SiteRole.Required);
        var (needed, p) = (NeedsSites(question.Problem), question.Sites);
        if (!needed && p is not null)
        {
            yield return Refused(
                "--p", new($"{name} 自己求出地点数", $"{name} finds the number of sites by itself"), new("去掉 --p", "leave --p out"));
        }

        if (needed && p is null)
        {
            yield return Refused(
                "--p", new($"{name} 需要地点数", $"{name} needs the number of sites"), new("用 --p 给出", "give it by --p"));
        }

        if (needed && p < 1)
        {
            yield return OutOfRange("--p", p.Value, new("应为 1 或更大", "give 1 or more"));
        }

        if (needed && p > candidates)
        {
            yield return Refused(
                "--p", new($"要选 {p} 个，只有 {candidates} 个可选地点", $"it is {p} and the candidates are {candidates}"),
                new($"减到 {candidates} 或更少，或增加可选地点", $"give {candidates} or less, or more candidates"));
        }

        if (needed && required > p)
        {
            yield return Refused(
                "--fixed", new($"{required} 个必选地点，而 --p 为 {p}", $"{required} sites are required and --p is {p}"),
                new($"--p 至少 {required}，或减少必选地点", $"give --p {required} or more, or require fewer"));
        }
    }

    private static IEnumerable<InputException> Options(LocateTable table, LocateQuestion question)
    {
        var name = NameOf(question.Problem);
        if (question.Backup > 1 && question.Problem is not (LocateProblem.Lscp or LocateProblem.PCenter))
        {
            yield return Refused(
                "--backup", new($"{name} 不支持后备覆盖", $"{name} knows no backup"), new("用于 lscp 或 p-center", "use it with lscp or p-center"));
        }

        if (question.CoverShare < 1 && (question.Backup > 1 || !TakesShare(question.Problem)))
        {
            yield return Refused(
                "--cover-share", new($"{name} 在此不用覆盖率", $"{name} takes no share to be covered here"),
                new("用于 lscp（无 --backup）、p-median、cp-median 或 cflp", "use it with lscp (without --backup), p-median, cp-median or cflp"));
        }

        var needsDistances = question.Spacing is not null ? "--spacing" : question.Problem == LocateProblem.PDispersion ? "--problem" : null;
        if (needsDistances is not null && table.NearerThan is null)
        {
            yield return Refused(
                needsDistances, new("费用表不含地点之间的距离", "a table of costs has no distances between sites"),
                new("改用 --graph 或 -w", "use --graph or -w"));
        }

        if (HasCapacity(question.Problem) && table.Capacity.All(c => c is null))
        {
            yield return Refused(
                "--fixed", new($"{name} 需要各地点的容量", $"{name} needs the capacity of the sites"),
                new("在文件中加 capacity 列（与权重同单位；空 = 不限）", "give a column capacity in the file (in the unit of the weights; empty: no bound)"));
        }

        if (table.Weight.All(w => w == 0))
        {
            yield return Refused(
                "--demand", new("所有权重都是 0", "every weight is 0"),
                new("至少一个需求点的权重应大于 0", "give at least one demand point a weight above 0"));
        }
    }
}
