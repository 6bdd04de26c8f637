namespace SpatialPlanner.Data.Sample;

/// <summary>The few ways across moat and railway, and two bits of path that nothing leads to.</summary>
internal sealed class BarrierCrossings(ArterialGrid grid, SampleRecipe recipe)
{
    /// <summary>Half the breadth of the islet's path; its length is twice as much.</summary>
    public const double IslandRadiusMetres = 9;

    public IEnumerable<Street> Streets()
    {
        foreach (var (crossing, i) in recipe.MoatCrossings.Select((c, i) => (c, i)))
        {
            var j = recipe.MoatRow;
            if (crossing != '-' && grid.HasArterial(i, j, i, j - 1) && grid.HasArterial(i, j, i, j + 1))
            {
                yield return Crossing(grid.Start(i, j, i, j - 1), grid.Start(i, j, i, j + 1), crossing);
            }
        }

        foreach (var (crossing, j) in recipe.RailwayCrossings.Select((c, j) => (c, j)))
        {
            var i = recipe.RailwayColumn;
            if (crossing != '-' && grid.HasArterial(i, j, i - 1, j) && grid.HasArterial(i, j, i + 1, j))
            {
                yield return Crossing(grid.Start(i, j, i - 1, j), grid.Start(i, j, i + 1, j), crossing);
            }
        }

        foreach (var street in Loop(grid.Moat(grid.Columns / 2)).Concat(Loop(grid.Railway(1))))
        {
            yield return street;
        }
    }

    private static Street Crossing(Vec from, Vec to, char how) => how switch
    {
        'S' => new Street(from, to, "steps", "人行天桥") { Steps = true, Bridge = true },
        'T' => new Street(from, to, StreetKind.Arterial.ClassName(), "铁路下穿通道") { Tunnel = true },
        _ => new Street(from, to, StreetKind.Arterial.ClassName(), "护城河桥") { Bridge = true },
    };

    /// <summary>An islet in the moat, a yard by the tracks: what a data check has to find.</summary>
    private static IEnumerable<Street> Loop((Vec Middle, Vec Direction) at)
    {
        Vec[] ring =
        [
            at.Middle + (at.Direction * (2 * IslandRadiusMetres)), at.Middle + (at.Direction.Left * IslandRadiusMetres),
            at.Middle - (at.Direction * (2 * IslandRadiusMetres)), at.Middle - (at.Direction.Left * IslandRadiusMetres),
        ];
        return ring.Select((p, i) => new Street(p, ring[(i + 1) % ring.Length], "path"));
    }
}
