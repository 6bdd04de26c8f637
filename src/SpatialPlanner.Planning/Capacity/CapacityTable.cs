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
    /// <param name="district">The district.</param>
    /// <param name="capacity">The service.</param>
    /// <param name="areaOfFacility">Area of each level (first index) of each facility of the district.</param>
    public static IReadOnlyList<CapacityRow> Make(District district, ServiceCapacity capacity, int[][] areaOfFacility)
    {
        var supply = SupplyByArea(district, capacity, areaOfFacility);
        var split = capacity.Split;
        var sums = new PeopleSums(district);
        var (total, outside, served, unlimited) =
            (sums.Of(capacity.People), sums.Of(split.OutOfReach), sums.Of(split.Served), sums.Of(split.ServedUnlimited));
        var means = capacity.Measures.Select(m => sums.Mean(m.PlacesPerPerson, capacity.People, total)).ToList();
        var hasMeasures = capacity.Supply.HasCapacity;
        return
        [
            .. Enumerable.Range(0, district.Areas.Count).Where(a => (int)district.Areas.Level[a] < Levels).Select(a =>
                new CapacityRow(
                    district.Areas.Level[a], a, capacity.Rule.Code, capacity.Knowledge, total[a], outside[a], supply[a])
                {
                    Served = capacity.HasSplit ? served[a] : null,
                    ServedUnknown = capacity.HasSplit ? unlimited[a] : null,
                    PlacesPer1000 = [.. means.Select(m => hasMeasures ? m[a] : null)],
                }),
        ];
    }

    private static AreaSupply[] SupplyByArea(District district, ServiceCapacity capacity, int[][] areaOfFacility)
    {
        var byArea = new AreaSupply[district.Areas.Count];
        var supply = capacity.Supply;
        for (var i = 0; i < supply.Facilities.Length; i++)
        {
            var isKnown = supply.Places[i] != FacilityColumns.UnknownCapacity;
            var places = isKnown ? supply.Places[i] : 0;
            var one = new AreaSupply(
                1, isKnown ? 0 : 1, places, capacity.PlacesUsed(i), capacity.IsWithoutDemand(i) ? places : 0);
            foreach (var areas in areaOfFacility)
            {
                byArea[areas[supply.Facilities[i]]] += one;
            }
        }

        return byArea;
    }

    /// <summary>Sums over the buildings of each area.</summary>
    private sealed class PeopleSums(District district)
    {
        public long[] Of(int[] counts)
        {
            var sums = new long[district.Areas.Count];
            foreach (var areas in district.Buildings.Area.Take(Levels))
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
            var sums = new double[district.Areas.Count];
            foreach (var areas in district.Buildings.Area.Take(Levels))
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
