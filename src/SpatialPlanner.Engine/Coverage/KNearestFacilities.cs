using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>The walks from each building to the k nearest facilities, no facility twice.</summary>
/// <param name="K">Number of facilities a building.</param>
/// <param name="CostMm">
/// k costs a building, rising, in paced millimetres; <see cref="WalkCosts.Unreached"/> where fewer are reached.
/// </param>
/// <param name="Facility">
/// The facilities in the same order, or <see cref="NearestFacility.None"/>; ties to the lower number.
/// </param>
public sealed record KNearestFacilities(int K, int[] CostMm, int[] Facility)
{
    /// <summary>
    /// Finds them for every building: one search from all facilities, in which each node keeps its k best labels.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">
    /// Costs of walking from the facilities; for the walks of people to them give <see cref="WalkCosts.Reversed"/>.
    /// </param>
    /// <param name="facilities">Links of all facilities.</param>
    /// <param name="candidates">The facilities that count.</param>
    /// <param name="buildings">Links of the buildings.</param>
    /// <param name="k">Number of facilities a building, at least 1.</param>
    /// <param name="limitMm">Largest cost looked at; it counts.</param>
    public static KNearestFacilities Find(
        WalkNetwork network, WalkCosts costs, Linkage facilities, ReadOnlySpan<int> candidates, Linkage buildings,
        int k, int limitMm)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var best = new BestLabels(buildings.PointCount, k);
        var search = new KNearestSearch(network, k);
        search.Run(costs, facilities, candidates, limitMm);
        var arrivals = buildings.ArrivalsBy(network, costs);
        for (var b = 0; b < buildings.PointCount; b++)
        {
            foreach (var (node, legMm) in arrivals.Entries.AsSpan(arrivals.First[b]..arrivals.First[b + 1]))
            {
                foreach (var label in search.Labels.Of(node))
                {
                    Offer(best, b, BestLabels.CostMm(label) + legMm, BestLabels.Source(label), limitMm);
                }
            }
        }

        foreach (var f in candidates)
        {
            for (var l = facilities.FirstLink[f]; l < facilities.FirstLink[f + 1]; l++)
            {
                var edge = facilities.Edge[l];
                foreach (var (building, offsetMm, accessMm) in buildings.ByEdge.On(edge))
                {
                    var along = costs.Along(edge, facilities.OffsetMm[l], offsetMm);
                    Offer(best, building, facilities.AccessMm[l] + along + accessMm, f, limitMm);
                }
            }
        }

        return Of(best, buildings.PointCount, k);
    }

    private static void Offer(BestLabels best, int building, int costMm, int facility, int limitMm)
    {
        if (costMm <= limitMm)
        {
            best.Offer(building, BestLabels.Label(costMm, facility));
        }
    }

    private static KNearestFacilities Of(BestLabels best, int buildings, int k)
    {
        var result = new KNearestFacilities(k, new int[buildings * k], new int[buildings * k]);
        Array.Fill(result.CostMm, WalkCosts.Unreached);
        Array.Fill(result.Facility, NearestFacility.None);
        for (var b = 0; b < buildings; b++)
        {
            var slot = b * k;
            foreach (var label in best.Of(b))
            {
                (result.CostMm[slot], result.Facility[slot++]) = (BestLabels.CostMm(label), BestLabels.Source(label));
            }
        }

        return result;
    }
}
