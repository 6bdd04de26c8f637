namespace SpatialPlanner.Planning.Siting;

/// <summary>Why the other spaces were not chosen.</summary>
internal static class PlanReasons
{
    /// <summary>The reason of each space that the plan does not use, in the order of the problem.</summary>
    public static IReadOnlyList<SpaceLeftOut> Of(PlanState state, OtherPlans others, CancellationToken stop)
    {
        var (filling, adds) = (new RoomFilling(state.Columns), new AddedGain(state.Value, state.Chosen));
        var facts = Enumerable.Range(0, state.Columns.Problem.Spaces.Count).Except(state.Spaces).Order()
            .Select(s => (Space: s, Alone: Alone(state, filling, s), Added: Added(state, filling, adds, s))).ToList();

        // A quick plan with each of them first; then the best, those that would add most before the others, in case the time does not last for all.
        var order = facts.OrderByDescending(f => f.Added.Gain).ToList();
        foreach (var (space, _, _) in order.Where(f => f.Alone.Rooms.Count > 0))
        {
            others.Sketch(space, stop);
        }

        var forced = new Dictionary<int, (long? Loss, bool IsProved)>();
        foreach (var (space, _, _) in order)
        {
            forced[space] = others.WithForced(space, stop);
        }

        return [.. facts.Select(f => new SpaceLeftOut(
            f.Space, Reason(state, f.Space, f.Alone, f.Added, forced[f.Space]), forced[f.Space].Loss, forced[f.Space].IsProved))];
    }

    private static (IReadOnlyList<int> Rooms, long Gain) Alone(PlanState state, RoomFilling filling, int space) =>
        filling.Best(state.Columns.Choices.Begin(), space, new AddedGain(state.Value, []).AtMost);

    // What the space would add to the plan if there were money and room for it.
    private static (IReadOnlyList<int> Rooms, long Gain) Added(PlanState state, RoomFilling filling, AddedGain adds, int space) =>
        filling.Best(state.Columns.Choices.Begin(), space, adds.Exactly);

    private static LocalText Reason(
        PlanState state, int space, (IReadOnlyList<int> Rooms, long Gain) alone, (IReadOnlyList<int> Rooms, long Gain) added,
        (long? Loss, bool IsProved) forced)
    {
        var columns = state.Columns;
        var its = Enumerable.Range(0, columns.Columns.Length).Where(c => columns.Columns[c].Space == space).ToList();
        if (columns.Locks.NotSpace[space])
        {
            return new("问题要求不选用", "the question asks for it not to be used");
        }

        if (its.Count == 0)
        {
            return columns.Problem.Spaces[space].FirstYear >= columns.Years
                ? new("在最后一年之后才可使用", "it can be used only after the last year")
                : new("没有一项所要的服务放得下或获准（面积、楼层、用途、锁定）", "none of the services asked for fits it or is permitted (floor area, storey, use, locks)");
        }

        if (!its.Any(columns.Choices.CanBeChosen))
        {
            var cost = its.Min(c => columns.Columns[c].Cost) + columns.Problem.Spaces[space].OpeningCostCny;
            return new($"最便宜的用法也要 {PlanWords.Count(cost)} 元，超出预算或每处上限", $"even its cheapest use costs {PlanWords.Count(cost)} CNY, more than the budget or the money of a space");
        }

        if (alone.Rooms.Count == 0)
        {
            return new("在它的步行范围内没有缺少这些服务的人", "nobody who lacks these services lives within reach of it");
        }

        return added.Gain * 20 <= alone.Gain ? Met(state, space, alone, added.Gain) : Beaten(state, added, forced);
    }

    // At most a twentieth of what it would give alone is left: the plan serves its people already.
    private static LocalText Met(PlanState state, int space, (IReadOnlyList<int> Rooms, long Gain) alone, long added)
    {
        var by = state.Spaces.Select(s => (Space: s, Less: Overlap(s))).Where(o => o.Less > 0).OrderByDescending(o => o.Less).Take(3)
            .Select(o => state.Columns.Problem.Spaces[o.Space].Id).ToList();
        var names = string.Join(", ", by);
        var left = People(state, added);
        return by.Count == 0
            ? new($"计划已满足它能满足的需求（只会多服务 {left.Zh}）", $"the plan meets already what it could meet: it would add {left.En}")
            : new($"它能满足的需求已由 {names} 满足（只会多服务 {left.Zh}）", $"what it could meet is met by {names}: it would add {left.En}");

        // What of its own gain goes when another space is there as well.
        long Overlap(int other)
        {
            int[] theirs = [.. state.In(other)];
            return alone.Gain + state.Value.Of(theirs) - state.Value.Of([.. theirs, .. alone.Rooms]);
        }
    }

    private static LocalText Beaten(PlanState state, (IReadOnlyList<int> Rooms, long Gain) added, (long? Loss, bool IsProved) forced)
    {
        var cost = state.Model.CostOf([.. added.Rooms]);
        var rules = state.Columns.Choices.Rules;
        var left = rules.Budgets.Sum() - state.Model.CostOf(state.Chosen);
        var (gain, money) = (People(state, added.Gain), PlanWords.Count(cost));
        LocalText first = state.Spaces.Length >= rules.MostSpaces
            ? new($"会多服务 {gain.Zh}，但数量上限 {rules.MostSpaces} 处已用完", $"it would add {gain.En}, but the {rules.MostSpaces} spaces allowed are used up")
            : cost > left
                ? new($"会多服务 {gain.Zh}，要 {money} 元，预算只剩 {PlanWords.Count(left)} 元", $"it would add {gain.En} for {money} CNY, and {PlanWords.Count(left)} CNY are left")
                : new($"会多服务 {gain.Zh}，但与所选的条件不合", $"it would add {gain.En}, but the conditions do not allow it beside the chosen ones");
        return forced.Loss switch
        {
            null when forced.IsProved => new($"{first.Zh}；没有任何可行方案包含它", $"{first.En}; no plan that meets the conditions has it"),
            null => first,
            0 => new($"{first.Zh}；另有同样好的方案包含它", $"{first.En}; another plan as good has it"),
            var loss => new(
                $"{first.Zh}；若必须选用，{(forced.IsProved ? "" : "已知最好的")}方案会少服务 {People(state, loss.Value).Zh}",
                $"{first.En}; with it in, the best {(forced.IsProved ? "plan loses" : "plan known loses")} {People(state, loss.Value).En}"),
        };
    }

    // Under weights and over years a gain is no count of heads, and says so.
    private static LocalText People(PlanState state, long value)
    {
        var question = state.Columns.Question;
        var count = PlanWords.Count((long)Math.Round(value / (double)PlanProblem.ValueOfOne));
        var isWeighted = question.GapPriority > 0 || question.Weights.Values.Any(w => w != 1);
        return new(
            $"{count} {(isWeighted ? "加权" : "")}人{(state.Columns.Years > 1 ? "·年" : "")}",
            $"{count} {(isWeighted ? "weighted " : "")}{(state.Columns.Years > 1 ? "person-years" : "people")}");
    }
}
