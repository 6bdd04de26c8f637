using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Capacity;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>
/// Who would find a place with the plan if everybody went to the nearest free one, as the capacity table has it. The plan sends
/// those who have no place today where most of them find one, and leaves the others where they are.
/// </summary>
internal static class PlanNearestFirst
{
    /// <summary>People of each service of the problem who find a place.</summary>
    /// <param name="made">The question as numbers.</param>
    /// <param name="outcome">The plan.</param>
    public static long[] Of(PlanCase made, PlanOutcome outcome)
    {
        var (loaded, answers) = (made.Assessment.Loaded, made.Assessment.Answers);
        var district = PlanScenario.Of(made, outcome).ApplyTo(loaded.District).District;
        return
        [
            .. made.Services.Select(s => ServiceCapacity.Find(
                district, loaded.Pack, s, answers[s].Limit, answers[s].Profile.Pace, AccessibilityMeasures.Default).Split.Served.Sum(p => (long)p)),
        ];
    }

    /// <summary>The same in words, beside the plan's own figures.</summary>
    /// <param name="made">The question as numbers.</param>
    /// <param name="outcome">The plan.</param>
    /// <param name="plan">Its figures.</param>
    public static LocalText Told(PlanCase made, PlanOutcome outcome, PlanAnswer plan)
    {
        var nearest = Of(made, outcome);
        var changed = Enumerable.Range(0, nearest.Length).Where(s => plan.Services[s].Rooms > 0).ToList();
        string Words(Func<LocalText, string> name, string form) => string.Join(form, changed.Select(s =>
            $"{name(made.Assessment.Loaded.Pack.Services[made.Services[s]].Name)} {PlanWords.Count(plan.Services[s].CoveredAfter)} / {PlanWords.Count(nearest[s])}"));
        return new(
            $"有服务位的人数（方案按最佳分配 / 若人人去最近的空位）：{Words(n => n.Zh, "，")}",
            $"People with a place (the plan's best assignment / if everybody goes to the nearest free place): {Words(n => n.En, ", ")}");
    }
}
