using SpatialPlanner.Engine.Accessibility;
using SpatialPlanner.Engine.Coverage;

namespace SpatialPlanner.Tests.Support;

/// <summary>Catchments written as a table of walks.</summary>
internal static class WalkTable
{
    /// <summary>A row a facility, a column a building, in metres; null for a walk beyond the limit.</summary>
    public static Catchments Of(int limitM, params int?[][] walksM)
    {
        var (first, column, cost) = (new List<int> { 0 }, new List<int>(), new List<int>());
        foreach (var row in walksM)
        {
            for (var b = 0; b < row.Length; b++)
            {
                if (row[b] is { } metres)
                {
                    column.Add(b);
                    cost.Add(metres * 1000);
                }
            }

            first.Add(column.Count);
        }

        return new Catchments(new SparseRows([.. first], [.. column], [.. cost]), walksM[0].Length, limitM * 1000);
    }

    /// <summary>The catchments of all facilities of a random district, and random people.</summary>
    public static (Catchments Catchments, int[] People) Of(RandomDistrict random, int limitMm)
    {
        var d = random.District;
        var all = Enumerable.Range(0, d.Facilities.Count).ToArray();
        return (
            Catchments.Find(d.Network, d.Network.TimeCosts(new(1000)), d.FacilityLinks, all, d.BuildingLinks, limitMm),
            d.Buildings.People[0]);
    }
}
