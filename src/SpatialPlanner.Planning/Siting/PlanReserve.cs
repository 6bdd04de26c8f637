using SpatialPlanner.Engine.Siting.Spaces;

namespace SpatialPlanner.Planning.Siting;

/// <summary>The spaces for later (项目储备): what the money of today leaves out, in the order of what each would add.</summary>
internal static class PlanReserve
{
    /// <summary>Adds the best space again and again, whatever budget and number of spaces say.</summary>
    public static IReadOnlyList<SpaceInReserve> Of(PlanState state, int most, CancellationToken stop)
    {
        var (columns, rules) = (state.Columns, state.Columns.Choices.Rules);
        var free = new SpaceChoices(rules with
        {
            Budgets = [.. rules.Budgets.Select(_ => SpaceRules.NoBound / columns.Years)],
            MostSpaces = int.MaxValue,
            LeastPerGroup = 0,
        });
        var (chosen, reserve, filling) = (state.Chosen.ToList(), new List<SpaceInReserve>(), new RoomFilling(columns));
        var left = Enumerable.Range(0, columns.Problem.Spaces.Count).Except(state.Spaces).ToList();
        while (reserve.Count < most && left.Count > 0 && !stop.IsCancellationRequested)
        {
            var (set, adds) = (PlanState.SetOf(free, chosen), new AddedGain(state.Value, [.. chosen]));

            // Each space at most adds its bound: those behind the best one found need not be worked out (Minoux 1978).
            var (best, gain, space) = ((IReadOnlyList<int>)[], 0L, -1);
            foreach (var (s, bound) in left.Select(s => (s, filling.Best(set, s, adds.AtMost, columns.Years - 1).Gain)).OrderByDescending(b => b.Gain))
            {
                if (bound <= gain)
                {
                    break;
                }

                var (rooms, its) = filling.Best(set, s, adds.Exactly, columns.Years - 1);
                (best, gain, space) = its > gain ? (rooms, its, s) : (best, gain, space);
            }

            if (space < 0)
            {
                break;
            }

            chosen.AddRange(best);
            left.Remove(space);
            reserve.Add(new SpaceInReserve(space, [.. best.Select(c => columns.Room[c]).Order()], gain, state.Model.CostOf([.. best])));
        }

        return reserve;
    }
}
