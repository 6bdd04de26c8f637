using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// Positions of facilities by edge, for walks that never reach an end of the edge they start on.
/// </summary>
internal sealed class FacilitiesOnEdge
{
    private readonly WalkCosts costs;
    private readonly (int Edge, int Facility, int OffsetMm, int AccessMm)[] positions;

    public FacilitiesOnEdge(WalkCosts costs, Linkage facilities, ReadOnlySpan<int> candidates)
    {
        this.costs = costs;
        var list = new List<(int Edge, int Facility, int OffsetMm, int AccessMm)>();
        foreach (var f in candidates)
        {
            for (var k = facilities.FirstLink[f]; k < facilities.FirstLink[f + 1]; k++)
            {
                list.Add((facilities.Edge[k], f, facilities.OffsetMm[k], facilities.AccessMm[k]));
            }
        }

        list.Sort();
        positions = [.. list];
    }

    /// <summary>Offers the walks from the facilities on a link's own edge.</summary>
    public void Arrive(Linkage links, int link, ref BestArrival best)
    {
        var edge = links.Edge[link];
        for (var k = FirstOn(edge); k < positions.Length && positions[k].Edge == edge; k++)
        {
            var (_, facility, offset, access) = positions[k];
            var along = costs.Along(edge, offset, links.OffsetMm[link]);
            best.Offer(along + access + links.AccessMm[link], facility);
        }
    }

    private int FirstOn(int edge)
    {
        var (low, high) = (0, positions.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = positions[middle].Edge < edge ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
