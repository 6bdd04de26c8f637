namespace SpatialPlanner.Planning.Siting;

/// <summary>Changes of one space of a plan for another that lose little.</summary>
internal static class PlanSwaps
{
    /// <summary>
    /// The changes that lose least, each with the best rooms of the new space and all else as it is. Where places are counted what a room
    /// would add is bounded first by what it would if nobody else served its people, less what the plan does for them,
    /// so that few have to be worked out.
    /// </summary>
    /// <param name="state">The plan.</param>
    /// <param name="most">How many are kept.</param>
    /// <param name="stop">Ends the search with what is found.</param>
    public static IReadOnlyList<SpaceSwap> Find(PlanState state, int most, CancellationToken stop)
    {
        var (found, filling) = (new List<SpaceSwap>(), new RoomFilling(state.Columns));
        var others = Enumerable.Range(0, state.Columns.Problem.Spaces.Count).Except(state.Spaces).ToList();
        foreach (var leaving in state.Spaces)
        {
            var rest = state.Without(leaving);
            var lost = state.Objective - state.Value.Of(rest);
            var set = PlanState.SetOf(state.Columns.Choices, rest);
            var adds = new AddedGain(state.Value, rest);
            foreach (var (coming, bound) in others.Select(o => (o, filling.Best(set, o, adds.AtMost).Gain)).OrderByDescending(o => o.Gain))
            {
                if (stop.IsCancellationRequested || bound == 0 || (found.Count >= most && lost - bound >= found[most - 1].Loss))
                {
                    break;
                }

                var (rooms, gain) = filling.Best(set, coming, adds.Exactly);
                if (rooms.Count > 0 && IsAllowed(state, rest, rooms))
                {
                    found.Add(new SpaceSwap(leaving, coming, [.. rooms.Select(c => state.Columns.Room[c]).Order()], lost - gain));
                    found = [.. found.OrderBy(s => (s.Loss, s.Out, s.In)).Take(most)];
                }
            }
        }

        return found;
    }

    private static bool IsAllowed(PlanState state, int[] rest, IReadOnlyList<int> rooms)
    {
        int[] all = [.. rest, .. rooms];
        return PlanState.SetOf(state.Columns.Choices, all).IsComplete && state.MeetsFloors(all);
    }
}
