using System.Numerics;

namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Choose so many sites that the two nearest of them are as far apart as can be (p-dispersion, Kuby 1987): by halving, the
/// largest distance at which so many sites are all that far from each other. Each step asks for an independent set of a
/// size, by branch and bound with a greedy cover by cliques as bound (Tomita and Seki 2003, on the complement).
/// </summary>
public sealed class Dispersion
{
    private readonly (int Site, long Distance)[][] _near;
    private readonly ColumnState[] _fixed;
    private readonly int _sites;
    private readonly CancellationToken _stop;
    private readonly int _words;
    private ulong[][] _excludes = [];
    private List<int>? _found;
    private long _nodes;

    private Dispersion((int Site, long Distance)[][] near, ColumnState[] state, int sites, CancellationToken stop)
    {
        (_near, _fixed, _sites, _stop) = (near, state, sites, stop);
        _words = (near.Length + 63) / 64;
    }

    /// <summary>Finds the sites.</summary>
    /// <param name="near">For each site the others and their distances, both ways; a pair that is missing is far enough.</param>
    /// <param name="state">Sites that are required or forbidden.</param>
    /// <param name="sites">Sites to choose, with those that are required.</param>
    /// <param name="stop">Stops early; the best sites so far are kept.</param>
    public static DispersionResult Solve(
        (int Site, long Distance)[][] near, ColumnState[] state, int sites, CancellationToken stop = default) =>
        new Dispersion(near, state, sites, stop).Run();

    private DispersionResult Run()
    {
        long[] distances = [0, .. _near.SelectMany(n => n.Select(p => p.Distance)).Where(d => d > 0).Distinct().Order()];
        var (low, high, bound, best, isSure) = (0, distances.Length, distances[^1], (List<int>?)null, true);
        while (low < high)
        {
            var tried = best is null ? 0 : low + ((high - low) / 2);
            if (HasRoom(distances[tried]))
            {
                (low, best) = (tried + 1, _found);
            }
            else
            {
                isSure &= !_stop.IsCancellationRequested;
                high = tried;
                bound = isSure ? distances[Math.Max(0, tried - 1)] : bound;
                if (best is null)
                {
                    return new DispersionResult(isSure ? SitingStatus.Infeasible : SitingStatus.NoAnswer, 0, distances[^1], [], _nodes);
                }
            }
        }

        int[] chosen = [.. best!.Order()];
        var least = Least(chosen, distances[^1]);
        bound = Math.Max(bound, least);
        return new DispersionResult(bound > least ? SitingStatus.Stopped : SitingStatus.Optimal, least, bound, chosen, _nodes);
    }

    private long Least(int[] chosen, long most)
    {
        var least = most;
        foreach (var a in chosen)
        {
            foreach (var (site, distance) in _near[a])
            {
                least = Array.BinarySearch(chosen, site) >= 0 ? Math.Min(least, distance) : least;
            }
        }

        return least;
    }

    // True where so many sites are all at least so far from each other.
    private bool HasRoom(long distance)
    {
        _excludes = [.. _near.Select(n => Bits(n.Where(p => p.Distance < distance).Select(p => p.Site)))];
        _found = null;
        var (free, taken) = (Bits(Enumerable.Range(0, _near.Length).Where(s => _fixed[s] == ColumnState.Free)), new List<int>());
        foreach (var s in Enumerable.Range(0, _near.Length).Where(s => _fixed[s] == ColumnState.In))
        {
            if (taken.Exists(t => Has(_excludes[t], s)))
            {
                return false;
            }

            taken.Add(s);
            Subtract(free, _excludes[s]);
        }

        Search(free, taken);
        return _found is not null;
    }

    private void Search(ulong[] free, List<int> taken)
    {
        _nodes++;
        if (taken.Count >= _sites)
        {
            _found = [.. taken];
            return;
        }

        var (order, bound) = CoveredByCliques(free);
        for (var i = order.Count - 1; i >= 0 && _found is null && taken.Count + bound[i] >= _sites && !_stop.IsCancellationRequested; i--)
        {
            var site = order[i];
            var left = free.AsSpan().ToArray();
            Clear(left, site);
            Subtract(left, _excludes[site]);
            taken.Add(site);
            Search(left, taken);
            taken.RemoveAt(taken.Count - 1);
            Clear(free, site);
        }
    }

    // The free sites, clique by clique: of the first i of them at most as many can be chosen as there are cliques.
    private (List<int> Order, List<int> Bound) CoveredByCliques(ulong[] free)
    {
        var (order, bound, left) = (new List<int>(), new List<int>(), free.AsSpan().ToArray());
        for (var cliques = 1; left.AsSpan().ContainsAnyExcept(0UL); cliques++)
        {
            var candidates = left.AsSpan().ToArray();
            for (var s = First(candidates); s >= 0; s = First(candidates))
            {
                order.Add(s);
                bound.Add(cliques);
                Clear(left, s);
                Clear(candidates, s);
                for (var w = 0; w < _words; w++)
                {
                    candidates[w] &= _excludes[s][w];
                }
            }
        }

        return (order, bound);
    }

    private ulong[] Bits(IEnumerable<int> members)
    {
        var bits = new ulong[_words];
        foreach (var m in members)
        {
            bits[m >> 6] |= 1UL << (m & 63);
        }

        return bits;
    }

    private static int First(ulong[] bits)
    {
        for (var w = 0; w < bits.Length; w++)
        {
            if (bits[w] != 0)
            {
                return (w << 6) + BitOperations.TrailingZeroCount(bits[w]);
            }
        }

        return -1;
    }

    private static bool Has(ulong[] bits, int member) => (bits[member >> 6] >> (member & 63) & 1) != 0;

    private static void Clear(ulong[] bits, int member) => bits[member >> 6] &= ~(1UL << (member & 63));

    private static void Subtract(ulong[] bits, ulong[] less)
    {
        for (var w = 0; w < bits.Length; w++)
        {
            bits[w] &= ~less[w];
        }
    }
}
