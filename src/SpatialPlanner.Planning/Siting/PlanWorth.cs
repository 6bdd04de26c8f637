namespace SpatialPlanner.Planning.Siting;

/// <summary>What each space and room of a plan is worth, exactly.</summary>
internal static class PlanWorth
{
    /// <summary>Works it out: for the spaces in the order of the problem, for the rooms in that of the outcome.</summary>
    public static (IReadOnlyList<SpaceWorth> Spaces, IReadOnlyList<PartWorth> Rooms) Of(PlanState state)
    {
        var rooms = state.RoomOrder.Select(c => new PartWorth(
            state.Value.Added(c, [.. state.Chosen.Where(o => o != c)]), state.Value.Added(c, []))).ToList();

        // Rooms of one space are of different services and so serve different people: what they are worth adds up.
        var spaces = state.Spaces.Select(s =>
        {
            var its = rooms.Where((_, at) => state.Columns.Columns[state.RoomOrder[at]].Space == s).ToList();
            return new SpaceWorth(s, new PartWorth(its.Sum(r => r.Marginal), its.Sum(r => r.Alone)));
        }).ToList();
        return (spaces, rooms);
    }
}
