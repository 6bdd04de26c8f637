using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Gaps;

/// <summary>
/// Adds up who is within the limit of a service, by area, demand group and denominator. Every building counts in one
/// area of each level from district to community, so those levels add up to the same totals.
/// </summary>
public sealed class GapTable
{
    private readonly BuildingColumns buildings;
    private readonly AreaColumns areas;
    private readonly IReadOnlyList<IReadOnlyList<GroupPart>> groups;
    private readonly WalkerProfile[] walkers;
    private readonly NearestFacility[] walks;
    private readonly CoverageLimit limit;

    private GapTable(
        District district, IReadOnlyList<IReadOnlyList<GroupPart>> groups,
        Func<WalkerProfile, NearestFacility> walksOf, CoverageLimit limit)
    {
        (buildings, areas) = (district.Buildings, district.Areas);
        (this.groups, this.limit) = (groups, limit);
        walkers = [.. groups.SelectMany(parts => parts).Select(p => p.Walker).Distinct()];
        walks = [.. walkers.Select(walksOf)];
    }

    private int ColumnCount => groups.Count + 2;

    /// <summary>Makes the rows of one service: by area, then group; dwellings and buildings after the people.</summary>
    /// <param name="district">The district.</param>
    /// <param name="service">Service code, for the rows.</param>
    /// <param name="groups">
    /// Who walks how, for each group; dwellings and buildings are those within the limit for everybody's walker.
    /// </param>
    /// <param name="walksOf">The walks of a walker that the limit judges.</param>
    /// <param name="limit">The limit; it counts.</param>
    public static IReadOnlyList<GapRow> Make(
        District district, string service, IReadOnlyList<IReadOnlyList<GroupPart>> groups,
        Func<WalkerProfile, NearestFacility> walksOf, CoverageLimit limit) =>
        new GapTable(district, groups, walksOf, limit).Rows(service);

    /// <summary>The rows that some buildings' other walks change, as they were and as they are.</summary>
    /// <param name="district">The district.</param>
    /// <param name="rows">All rows as they were, made by <see cref="Make"/>.</param>
    /// <param name="groups">Who walks how, as the rows were made with.</param>
    /// <param name="walksOf">The walks of a walker that the limit judges, before and after.</param>
    /// <param name="limit">The limit; it counts.</param>
    /// <param name="changed">The buildings that have other walks for one of the walkers.</param>
    public static List<(GapRow Before, GapRow After)> Changed(
        District district, IReadOnlyList<GapRow> rows, IReadOnlyList<IReadOnlyList<GroupPart>> groups,
        Func<WalkerProfile, WalksAfter> walksOf, CoverageLimit limit, IEnumerable<int> changed)
    {
        var after = new Dictionary<WalkerProfile, WalksAfter>();
        var table = new GapTable(district, groups, w => (after[w] = walksOf(w)).Before, limit);
        var gained = table.Gained([.. table.walkers.Select(w => after[w])], changed);
        return
        [
            .. gained.Where(g => g.Value != 0)
                .Select(g => (rows[g.Key], rows[g.Key] with { Covered = rows[g.Key].Covered + g.Value })),
        ];
    }

    /// <summary>What each row gains, by its place in the table.</summary>
    private SortedDictionary<int, long> Gained(WalksAfter[] after, IEnumerable<int> changed)
    {
        var gained = new SortedDictionary<int, long>();
        var parts = Parts();
        int[] limitMm = [.. walkers.Select(w => limit.CostMm(w.SpeedMmPerS))];
        foreach (var b in changed)
        {
            foreach (var (column, counts, walker) in parts)
            {
                var isCovered = after[walker].CostMm(b) <= limitMm[walker];
                if (counts[b] != 0 && isCovered != (walks[walker].CostMm[b] <= limitMm[walker]))
                {
                    AddToAreas(gained, b, column, isCovered ? counts[b] : -counts[b]);
                }
            }
        }

        return gained;
    }

    private void AddToAreas(SortedDictionary<int, long> gained, int building, int column, int count)
    {
        foreach (var areaOfBuilding in buildings.Area)
        {
            if (areaOfBuilding[building] is var area && area != BuildingColumns.NoArea)
            {
                var row = (area * ColumnCount) + column;
                gained[row] = gained.GetValueOrDefault(row) + count;
            }
        }
    }

    private GapRows Rows(string service)
    {
        var (total, covered) = AddUp();
        return new GapRows(areas, [.. Enumerable.Range(0, ColumnCount).Select(c => Head(service, c))], total, covered);
    }

    private GapRow Head(string service, int column)
    {
        var group = column < groups.Count ? column : 0;
        var profiles = groups[group].Select(p => p.Walker).ToList();
        return new GapRow(
            default, 0, service, Same(profiles, limit.Metres), Same(profiles, limit.Seconds),
            DemandGroups.All[group].Code,
            column == group ? Denominator.People : column == groups.Count ? Denominator.Dwellings : Denominator.Buildings,
            0, 0, string.Join(';', profiles.Select(p => p.Code)));
    }

    private static double? Same(List<WalkerProfile> profiles, Func<int, double> limitAt) =>
        profiles.Select(p => limitAt(p.SpeedMmPerS)).Distinct().ToList() is [var same] ? same : null;

    private (long[] Total, long[] Covered) AddUp()
    {
        var cells = buildings.Cells;
        var (here, within) = (new long[cells.Count * ColumnCount], new long[cells.Count * ColumnCount]);
        foreach (var (column, counts, walker) in Parts())
        {
            var (costMm, limitMm) = (walks[walker].CostMm, limit.CostMm(walkers[walker].SpeedMmPerS));
            for (var b = 0; b < counts.Length; b++)
            {
                var slot = (cells.Of[b] * ColumnCount) + column;
                here[slot] += counts[b];
                within[slot] += costMm[b] <= limitMm ? counts[b] : 0;
            }
        }

        return (ByArea(here), ByArea(within));
    }

    private long[] ByArea(long[] byCell)
    {
        var byArea = new long[areas.Count * ColumnCount];
        for (var cell = 0; cell < buildings.Cells.Count; cell++)
        {
            foreach (var area in buildings.Cells.AreasOf(cell))
            {
                for (var c = 0; c < ColumnCount; c++)
                {
                    byArea[(area * ColumnCount) + c] += byCell[(cell * ColumnCount) + c];
                }
            }
        }

        return byArea;
    }

    private List<(int Column, int[] Counts, int Walker)> Parts()
    {
        var parts = new List<(int Column, int[] Counts, int Walker)>();
        for (var g = 0; g < groups.Count; g++)
        {
            parts.AddRange(groups[g].Select(p => (g, buildings.People[p.Group], Array.IndexOf(walkers, p.Walker))));
        }

        var everybody = Array.IndexOf(walkers, groups[0][0].Walker);
        parts.Add((groups.Count, buildings.Dwellings, everybody));
        parts.Add((groups.Count + 1, buildings.ResidentialCounts, everybody));
        return parts;
    }
}
