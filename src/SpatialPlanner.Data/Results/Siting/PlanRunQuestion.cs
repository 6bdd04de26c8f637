using System.Text.Json;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>The parameters of a plan as a record of a run has them: every default filled in.</summary>
/// <param name="BudgetCny">Money in all, CNY, or null.</param>
/// <param name="SiteBudgetCny">Money for one space, CNY, or null.</param>
/// <param name="MaxSites">Spaces at most, or null.</param>
/// <param name="Services">Service codes.</param>
/// <param name="Weights">Weight of each of them.</param>
/// <param name="EqualGroups">True where each group counts alike as a whole.</param>
/// <param name="UseDemand">True where a person counts by the survey.</param>
/// <param name="GapPriority">How much more a person counts where the gap is large.</param>
/// <param name="Must">Locks.</param>
/// <param name="MustNot">Locks.</param>
/// <param name="YearBudgetsCny">Money of each year, CNY.</param>
/// <param name="StartYear">Calendar year of the first, or null.</param>
/// <param name="CarryOver">True where what a year leaves over adds to the next.</param>
/// <param name="PerSubdistrict">Spaces in each subdistrict at least.</param>
/// <param name="CommunityShare">Share covered in each community at least, or null.</param>
/// <param name="Capacity">True where places count.</param>
/// <param name="Target">Share of the need at least cost, or null.</param>
/// <param name="Extend">True where open facilities may be extended.</param>
/// <param name="Method">Who solves it.</param>
/// <param name="TimeLimitS">Seconds, or null.</param>
/// <param name="GapGoal">Gap at which the search may end.</param>
/// <param name="Seed">Seed.</param>
public sealed record PlanRunQuestion(
    long? BudgetCny, long? SiteBudgetCny, int? MaxSites, IReadOnlyList<string> Services, IReadOnlyDictionary<string, double> Weights,
    bool EqualGroups, bool UseDemand, double GapPriority, IReadOnlyList<string> Must, IReadOnlyList<string> MustNot, IReadOnlyList<long> YearBudgetsCny, int? StartYear,
    bool CarryOver, int PerSubdistrict, double? CommunityShare, bool Capacity, double? Target, bool Extend, string Method,
    double? TimeLimitS, double GapGoal, ulong Seed)
{
    /// <summary>The question as it was used.</summary>
    /// <param name="made">The question as numbers.</param>
    internal static PlanRunQuestion Of(PlanCase made)
    {
        var (q, codes) = (made.Question, made.Problem.Services);
        return new PlanRunQuestion(
            q.YearBudgetsCny.Count > 0 ? null : q.BudgetCny, q.SiteBudgetCny, q.MaxSites, codes,
            codes.ToDictionary(c => c, c => q.Weights.GetValueOrDefault(c, 1)), q.EqualGroups, q.UseDemand, q.GapPriority, q.Must, q.MustNot, q.YearBudgetsCny,
            q.YearBudgetsCny.Count > 0 ? made.StartYear : null, q.CarryOver, q.LeastPerSubdistrict, q.LeastCommunityShare, q.CountCapacity,
            q.TargetShare, q.Extend, NameOf(q.Method), q.TimeLimitS, q.GapGoal, q.Seed);
    }

    /// <summary>The word of a method or status in files.</summary>
    /// <param name="value">Method or status.</param>
    public static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{value}");
}
