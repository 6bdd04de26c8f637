using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Capacity;

/// <summary>
/// Adds a service's split up by area, from district to community. People count where they live, facilities where they
/// stand; each is in one area of every level, so the levels add up to the same totals.
/// </summary>
public static class CapacityTable
{
    private const int Levels = (int)AreaLevel.Community + 1;

    /// <summary>Makes the rows of one service, by area.</summary>
    /// <param name="levels">Level of each area.</param>
    /// <param name="ofBuildings">Area of each level (first index) of each building.</param>
    /// <param name="ofFacilities">Area of each level (first index) of each facility of the district.</param>
    /// <param name="capacity">The service.</param>
    public static IReadOnlyList<CapacityRow> Make(
        IReadOnlyList<AreaLevel> levels, int[][] ofBuildings, int[][] ofFacilities, ServiceCapacity capacity)
    {
        var supply = SupplyByArea(levels.Count, ofFacilities, capacity);
        var (split, people) = (capacity.Split, new PeopleSums(levels.Count, ofBuildings));
        var (total, outside, served, unlimited) = (
            people.Of(capacity.People), people.Of(split.OutOfReach), people.Of(split.Served), people.Of(split.ServedUnlimited));
        var means = capacity.Measures.Select(m => people.Mean(m.PlacesPerPerson, capacity.People, total)).ToList();
        var hasMeasures = capacity.Supply.HasCapacity;
        return
        [
            .. Enumerable.Range(0, levels.Count).Where(a => (int)levels[a] < Levels).Select(a => new CapacityRow(
                levels[a], a, capacity.Rule.Code, capacity.Knowledge, total[a], outside[a], supply[a])
            {
                Served = capacity.HasSplit ? served[a] : null,
                ServedUnknown = capacity.HasSplit ? unlimited[a] : null,
                PlacesPer1000 = [.. means.Select(m => hasMeasures ? m[a] : null)],
            }),
        ];
    }

    private static AreaSupply[] SupplyByArea(int areaCount, int[][] ofFacilities, ServiceCapacity capacity)
    {
        var byArea = new AreaSupply[areaCount];
        var supply = capacity.Supply;
        for (var i = 0; i < supply.Facilities.Length; i++)
        {
            var isKnown = supply.Places[i] != FacilityColumns.UnknownCapacity;
            var places = isKnown ? supply.Places[i] : 0;
            var one = new AreaSupply(
                1, isKnown ? 0 : 1, places, capacity.PlacesUsed(i), capacity.IsWithoutDemand(i) ? places : 0);
            foreach (var areas in ofFacilities.Take(Levels))
            {
                byArea[areas[supply.Facilities[i]]] += one;
            }
        }

        return byArea;
    }

    /// <summary>Sums over the buildings of each area.</summary>
    private sealed class PeopleSums(int areaCount, int[][] ofBuildings)
    {
        public long[] Of(int[] counts)
        {
            var sums = new long[areaCount];
            foreach (var areas in ofBuildings.Take(Levels))
            {
                for (var b = 0; b < counts.Length; b++)
                {
                    sums[areas[b]] += counts[b];
                }
            }

            return sums;
        }

        /// <summary>Per 1,000 people, weighted by the people; null where there are none.</summary>
        public double?[] Mean(double[] each, int[] people, long[] total)
        {
            var sums = new double[areaCount];
            foreach (var areas in ofBuildings.Take(Levels))
            {
                for (var b = 0; b < each.Length; b++)
                {
                    sums[areas[b]] += each[b] * people[b];
                }
            }

            return [.. sums.Select((sum, a) => total[a] == 0 ? (double?)null : 1000 * sum / total[a])];
        }
    }
}
