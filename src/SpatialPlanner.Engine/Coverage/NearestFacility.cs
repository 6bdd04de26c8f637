using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>The walk from each building to its nearest facility.</summary>
/// <param name="CostMm">
/// Cost of each building in paced millimetres (see <see cref="WalkCosts"/>), or <see cref="WalkCosts.Unreached"/>.
/// </param>
/// <param name="Facility">Nearest facility of each building, or <see cref="None"/>; ties to the lower number.</param>
public sealed record NearestFacility(int[] CostMm, int[] Facility)
{
    /// <summary>The facility of a building that reaches none.</summary>
    public const int None = -1;

    private const int Ahead = 16;

    /// <summary>Finds the nearest of some facilities for every building: one search from all of them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">
    /// Costs of walking from the facilities; for the walks of people to them give <see cref="WalkCosts.Reversed"/>.
    /// </param>
    /// <param name="facilities">Links of all facilities.</param>
    /// <param name="candidates">The facilities that count, rising.</param>
    /// <param name="buildings">Links of the buildings.</param>
    /// <param name="limitMm">Largest cost looked at; it counts.</param>
    /// <param name="search">Scratch of the network.</param>
    public static NearestFacility Find(
        WalkNetwork network, WalkCosts costs, Linkage facilities, ReadOnlySpan<int> candidates, Linkage buildings,
        int limitMm, ShortestPathSearch search)
    {
        search.Run(costs, facilities, candidates, limitMm);
        return Arrive(network, costs, facilities, candidates, buildings, limitMm, search);
    }

    /// <summary>Finds the nearest of some facilities for every building after a search from all of them.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of the search.</param>
    /// <param name="facilities">Links of all facilities.</param>
    /// <param name="candidates">The facilities that count, rising.</param>
    /// <param name="buildings">Links of the buildings.</param>
    /// <param name="limitMm">Largest cost looked at, at most the search's; it counts.</param>
    /// <param name="search">The search.</param>
    public static NearestFacility Arrive(
        WalkNetwork network, WalkCosts costs, Linkage facilities, ReadOnlySpan<int> candidates, Linkage buildings,
        int limitMm, ShortestPathSearch search)
    {
        var result = new NearestFacility(new int[buildings.PointCount], new int[buildings.PointCount]);
        result.ArriveFromNodes(search.Labels, buildings.ArrivalsBy(network, costs), limitMm);
        result.ArriveAlongEdges(costs, facilities, candidates, buildings.ByEdge, limitMm);
        return result;
    }

    private void ArriveFromNodes(ReadOnlySpan<long> labels, Arrivals arrivals, int limitMm)
    {
        var (first, entries) = (arrivals.First, arrivals.Entries);
        for (var b = 0; b < CostMm.Length; b++)
        {
            // Above every cost, so that a label without one never counts and never overflows.
            var best = (long)WalkCosts.Unreached << ShortestPathSearch.CostShift;
            for (var k = first[b]; k < first[b + 1]; k++)
            {
                if (k + Ahead < entries.Length)
                {
                    Prefetch.Read(in labels[entries[k + Ahead].Node]);
                }

                var label = labels[entries[k].Node];
                if (label < best)
                {
                    best = Math.Min(best, label + ((long)entries[k].LegMm << ShortestPathSearch.CostShift));
                }
            }

            var cost = (int)(best >> ShortestPathSearch.CostShift);
            (CostMm[b], Facility[b]) = cost <= limitMm ? (cost, (int)best) : (WalkCosts.Unreached, None);
        }
    }

    /// <summary>The walks that never reach an end of the edge they start on.</summary>
    private void ArriveAlongEdges(
        WalkCosts costs, Linkage facilities, ReadOnlySpan<int> candidates, LinksByEdge buildings, int limitMm)
    {
        foreach (var f in candidates)
        {
            for (var k = facilities.FirstLink[f]; k < facilities.FirstLink[f + 1]; k++)
            {
                var edge = facilities.Edge[k];
                foreach (var (building, offsetMm, accessMm) in buildings.On(edge))
                {
                    var cost = costs.Along(edge, facilities.OffsetMm[k], offsetMm) + facilities.AccessMm[k] + accessMm;
                    if (cost <= limitMm && (cost, f).CompareTo((CostMm[building], Facility[building])) < 0)
                    {
                        (CostMm[building], Facility[building]) = (cost, f);
                    }
                }
            }
        }
    }
}
