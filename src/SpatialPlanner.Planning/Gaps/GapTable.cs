using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Planning.Gaps;

/// <summary>
/// Adds up who is within the limit of a service, by area, demand group and denominator. Every building counts in one
/// area of each level from district to community, so those levels add up to the same totals.
/// </summary>
public static class GapTable
{
    /// <summary>Makes the rows of one service: by area, then group; dwellings and buildings after the people.</summary>
    /// <param name="district">The district.</param>
    /// <param name="service">Service code, for the rows.</param>
    /// <param name="walks">Walks to the service.</param>
    /// <param name="limit">The limit; it counts.</param>
    public static List<GapRow> Make(District district, string service, ServiceWalks walks, CoverageLimit limit)
    {
        var areas = district.Areas;
        var groups = DemandGroups.All;
        var columns = groups.Count + 2;
        var total = new long[areas.Count * columns];
        var covered = new long[areas.Count * columns];
        for (var b = 0; b < district.Buildings.Count; b++)
        {
            var isCovered = walks.IsCovered(b, limit);
            foreach (var areaOfBuilding in district.Buildings.Area)
            {
                if (areaOfBuilding[b] is var area && area != BuildingColumns.NoArea)
                {
                    Count(district.Buildings, b, total.AsSpan(area * columns, columns));
                    if (isCovered)
                    {
                        Count(district.Buildings, b, covered.AsSpan(area * columns, columns));
                    }
                }
            }
        }

        var (limitM, limitS) = (limit.Metres(walks.SpeedMmPerS), limit.Seconds(walks.SpeedMmPerS));
        var rows = new List<GapRow>(areas.Count * columns);
        for (var i = 0; i < total.Length; i++)
        {
            var (area, column) = (i / columns, i % columns);
            var isGroup = column < groups.Count;
            rows.Add(new GapRow(
                areas.Level[area], area, service, limitM, limitS, isGroup ? groups[column].Code : groups[0].Code,
                isGroup ? Denominator.People : column == groups.Count ? Denominator.Dwellings : Denominator.Buildings,
                total[i], covered[i]));
        }

        return rows;
    }

    private static void Count(BuildingColumns buildings, int building, Span<long> columns)
    {
        var people = buildings.People;
        for (var g = 0; g < people.Length; g++)
        {
            columns[g] += people[g][building];
        }

        columns[people.Length] += buildings.Dwellings[building];
        columns[people.Length + 1] += buildings.Residential[building] ? 1 : 0;
    }
}
