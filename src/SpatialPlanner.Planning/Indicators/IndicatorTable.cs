using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Indicators;

/// <summary>
/// Makes the indicators of walk rules: by area of the levels district, subdistrict and community, then by denominator.
/// Everything that is counted belongs to one area of each level, so the levels add up to the same totals.
/// </summary>
/// <param name="areas">Level of each area of the tables.</param>
/// <param name="buildings">The buildings.</param>
/// <param name="areaOfBuilding">Area of each level (first index) of each building.</param>
/// <param name="compounds">The compounds; null where the data have none.</param>
/// <param name="land">The points of residential land; null where the data have none.</param>
/// <param name="areaOfLand">Area of each level (first index) of each point of land.</param>
public sealed class IndicatorTable(
    AreaLevel[] areas, BuildingColumns buildings, int[][] areaOfBuilding, CompoundColumns? compounds, LandColumns? land,
    int[][] areaOfLand)
{
    private static readonly RuleDenominator[] Denominators = Enum.GetValues<RuleDenominator>();

    /// <summary>Makes the rows of one rule.</summary>
    /// <param name="rule">A walk rule.</param>
    /// <param name="group">People of the rule's service, as a place in <see cref="DemandGroups.All"/>.</param>
    /// <param name="limit">The rule's limit.</param>
    /// <param name="speedMmPerS">Speed of the rule's walker.</param>
    /// <param name="network">What is within it along the network; null where the pack has no such service.</param>
    /// <param name="circle">What is within it in a straight line; null likewise.</param>
    public IReadOnlyList<IndicatorRow> Rows(
        PlanningRule rule, int group, CoverageLimit limit, int speedMmPerS, IndicatorReach? network, IndicatorReach? circle)
    {
        var counts = Denominators.Select(d => network is null || circle is null ? null : Counts(d, group, network, circle)).ToList();
        var rows = new List<IndicatorRow>(areas.Length * Denominators.Length);
        for (var area = 0; area < areas.Length && areas[area] != AreaLevel.Compound; area++)
        {
            var people = counts[(int)RuleDenominator.ServiceGroup] is { } all ? all[area] : (IndicatorCounts?)null;
            rows.AddRange(Denominators.Select(d => new IndicatorRow(
                rule, areas[area], area, d, limit.Metres(speedMmPerS), limit.Seconds(speedMmPerS),
                counts[(int)d] is { } of ? of[area] : null, people)));
        }

        return rows;
    }

    private IndicatorCounts[]? Counts(RuleDenominator denominator, int group, IndicatorReach network, IndicatorReach circle)
    {
        IndicatorCounts[] Of(int[] counted) => AddUp(
            areaOfBuilding, counted.Length, b => counted[b], b => network.Buildings[b], b => circle.Buildings[b]);
        return denominator switch
        {
            RuleDenominator.ServiceGroup => Of(buildings.People[group]),
            RuleDenominator.People => Of(buildings.People[0]),
            RuleDenominator.Dwellings => Of(buildings.Dwellings),
            RuleDenominator.Buildings => Of(buildings.ResidentialCounts),
            RuleDenominator.Compounds => compounds is null ? null : OfCompounds(compounds, network, circle),
            _ => land is null ? null : AddUp(
                areaOfLand, land.Count, p => land.AreaDm2[p], p => network.Land[p], p => circle.Land[p]),
        };
    }

    // Half of the people, so that one house in a corner neither makes a compound covered nor uncovered.
    private IndicatorCounts[] OfCompounds(CompoundColumns of, IndicatorReach network, IndicatorReach circle)
    {
        var people = of.PeopleInside(buildings.People[0], _ => true);
        var walk = of.PeopleInside(buildings.People[0], b => network.Buildings[b]);
        var line = of.PeopleInside(buildings.People[0], b => circle.Buildings[b]);
        return AddUp(
            of.Area, of.Count, c => people[c] > 0 ? 1 : 0, c => 2 * walk[c] >= people[c], c => 2 * line[c] >= people[c]);
    }

    private IndicatorCounts[] AddUp(
        int[][] areaOf, int count, Func<int, long> amount, Func<int, bool> isInWalk, Func<int, bool> isInCircle)
    {
        var sums = new IndicatorCounts[areas.Length];
        for (var i = 0; i < count; i++)
        {
            if (amount(i) is var here && here != 0)
            {
                var (walk, line) = (isInWalk(i) ? here : 0, isInCircle(i) ? here : 0);
                for (var level = AreaLevel.District; level <= AreaLevel.Community; level++)
                {
                    ref var sum = ref sums[areaOf[(int)level][i]];
                    sum = new IndicatorCounts(sum.Total + here, sum.Network + walk, sum.Circle + line);
                }
            }
        }

        return sums;
    }
}
