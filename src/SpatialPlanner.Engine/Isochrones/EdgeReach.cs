using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// Cuts edges into reached stretches. Between two starts on an edge the cost at a place is the smaller of two lines:
/// coming from the first end it rises, coming from the last end it falls. A base is the cost such a walk would have at
/// the end it comes from.
/// </summary>
internal sealed class EdgeReach(WalkNetwork network, WalkCosts costs, ShortestPathSearch search, int[] limitsMm)
{
    private const long NoBase = long.MaxValue / 4;
    private readonly List<int> edges = [];
    private readonly List<int> from = [];
    private readonly List<int> to = [];
    private readonly List<int> fromCost = [];
    private readonly List<int> toCost = [];
    private readonly List<int> bands = [];

    /// <summary>Everything added.</summary>
    public ReachedEdges Stretches() => new([.. edges], [.. from], [.. to], [.. fromCost], [.. toCost], [.. bands]);

    /// <summary>Adds the reached stretches of an edge.</summary>
    /// <param name="edge">Edge.</param>
    /// <param name="starts">Starts on the edge, from its first end to the last.</param>
    public void Add(int edge, ReadOnlySpan<LinkPosition> starts)
    {
        var columns = network.Edges;
        var forward = Base(columns.EndFrom[edge], columns.StartFrom[edge], costs.ForwardMm[edge]);
        var backward = Base(columns.EndTo[edge], columns.StartTo[edge], costs.BackwardMm[edge]);
        var at = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            AddSection(edge, at, starts[i].OffsetMm, forward, FromBehind(edge, starts[i..], backward));
            at = starts[i].OffsetMm;
            forward = costs.ForwardMm[edge] == WalkCosts.Closed
                ? NoBase : Math.Min(forward, (long)starts[i].AccessMm - costs.FromFirst(edge, at));
        }

        AddSection(edge, at, columns.LengthMm[edge], forward, backward);
    }

    private long Base(int node, int sameEnd, int edgeMm)
    {
        var cost = Math.Min(search.CostMm(node), search.CostMm(sameEnd));
        return cost == WalkCosts.Unreached || edgeMm == WalkCosts.Closed ? NoBase : cost;
    }

    private long FromBehind(int edge, ReadOnlySpan<LinkPosition> starts, long best)
    {
        if (costs.BackwardMm[edge] == WalkCosts.Closed)
        {
            return NoBase;
        }

        foreach (var start in starts)
        {
            best = Math.Min(best, (long)start.AccessMm - costs.FromLast(edge, start.OffsetMm));
        }

        return best;
    }

    private void AddSection(int edge, int low, int high, long forward, long backward)
    {
        var meeting = Meeting(edge, low, high, forward, backward);
        var meetingCost = Math.Min(forward + costs.FromFirst(edge, meeting), backward + costs.FromLast(edge, meeting));
        var (at, atCost) = (low, meeting == low ? meetingCost : forward + costs.FromFirst(edge, low));
        for (var band = 0; band < limitsMm.Length && at < meeting; band++)
        {
            var end = Math.Min(meeting, LastFromFirst(edge, limitsMm[band] - forward));
            if (end > at)
            {
                var endCost = forward + costs.FromFirst(edge, end);
                Add(edge, (at, atCost), (end, endCost), band);
                (at, atCost) = (end, endCost);
            }
        }

        (at, atCost) = (high, backward + costs.FromLast(edge, high));
        for (var band = 0; band < limitsMm.Length && at > meeting; band++)
        {
            var end = Math.Max(meeting, FirstFromLast(edge, limitsMm[band] - backward));
            if (end < at)
            {
                var endCost = end == meeting ? meetingCost : backward + costs.FromLast(edge, end);
                Add(edge, (end, endCost), (at, atCost), band);
                (at, atCost) = (end, endCost);
            }
        }
    }

    private void Add(int edge, (int At, long CostMm) first, (int At, long CostMm) last, int band)
    {
        edges.Add(edge);
        from.Add(first.At);
        to.Add(last.At);
        fromCost.Add((int)first.CostMm);
        toCost.Add((int)last.CostMm);
        bands.Add(band);
    }

    /// <summary>The last place of a section that the walk from the first end reaches no later than the other.</summary>
    private int Meeting(int edge, int low, int high, long forward, long backward)
    {
        if (forward == NoBase || backward == NoBase)
        {
            return forward == NoBase ? low : high;
        }

        var length = network.Edges.LengthMm[edge];
        var (there, back) = (costs.FromFirst(edge, length), costs.FromLast(edge, 0));
        var at = (int)Math.Clamp((backward + back - forward) * length / ((long)there + back), low, high);
        // The estimate is off by the rounding of the two shares, a millimetre or two.
        while (at > low && forward + costs.FromFirst(edge, at) > backward + costs.FromLast(edge, at))
        {
            at--;
        }

        while (at < high && forward + costs.FromFirst(edge, at + 1) <= backward + costs.FromLast(edge, at + 1))
        {
            at++;
        }

        return at;
    }

    /// <summary>The last place within a cost of the first end, or -1; undoes the rounding down of a share.</summary>
    private int LastFromFirst(int edge, long costMm)
    {
        var (length, whole) = (network.Edges.LengthMm[edge], costs.FromFirst(edge, network.Edges.LengthMm[edge]));
        return costMm < 0 ? -1 : costMm >= whole ? length : (int)((((costMm + 1) * length) - 1) / whole);
    }

    /// <summary>The first place within a cost of the last end, or past the edge.</summary>
    private int FirstFromLast(int edge, long costMm)
    {
        var (length, whole) = (network.Edges.LengthMm[edge], costs.FromLast(edge, 0));
        return costMm < 0 ? length + 1
            : costMm >= whole ? 0
            : (int)((((whole - costMm) * length) + whole - 1) / whole);
    }
}
