namespace SpatialPlanner.Engine.Siting.Covering;

/// <summary>
/// Choose sites so that the farthest demand is as near as can be (vertex p-center, Hakimi 1964): a binary search over the
/// distances for the least radius at which so many sites cover everything (Minieka 1970), each step a set covering problem.
/// </summary>
public sealed class PCenter
{
    private readonly PCenterProblem _problem;
    private readonly SetCoverOptions _options;
    private readonly CancellationToken _stop;
    private readonly (int[] Site, long[] Distance)[] _rows;
    private long _nodes;

    private PCenter(PCenterProblem problem, SetCoverOptions options, CancellationToken stop)
    {
        (_problem, _options, _stop) = (problem, options, stop);
        _rows = new (int[], long[])[problem.First.Length - 1];
        for (var r = 0; r < _rows.Length; r++)
        {
            var (from, to) = (problem.First[r], problem.First[r + 1]);
            int[] kept = [.. Enumerable.Range(from, to - from).Where(k => !IsOut(problem.Site[k]))];
            int[] site = [.. kept.Select(k => problem.Site[k])];
            long[] distance = [.. kept.Select(k => problem.Distance[k])];
            Array.Sort(distance, site);
            _rows[r] = (site, distance);
        }
    }

    /// <summary>Finds the least radius.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="options">How hard to search each covering problem; its <c>Enough</c> does not count.</param>
    /// <param name="progress">Told of each radius tried.</param>
    /// <param name="stop">Stops early; the best sites so far are kept.</param>
    public static PCenterResult Solve(
        PCenterProblem problem, SetCoverOptions options, IProgress<SitingProgress>? progress = null, CancellationToken stop = default) =>
        new PCenter(problem, options, stop).Run(progress);

    private PCenterResult Run(IProgress<SitingProgress>? progress)
    {
        if (_rows.Any(r => r.Site.Length < _problem.Backup))
        {
            return new PCenterResult(SitingStatus.Infeasible, 0, 0, [], 0);
        }

        // Nobody can be nearer than the site nearest to him, whichever are chosen.
        var least = _rows.Length == 0 ? 0 : _rows.Max(r => r.Distance[_problem.Backup - 1]);
        long[] radii = [.. _rows.SelectMany(r => r.Distance).Where(d => d >= least).Append(least).Distinct().Order()];
        var (low, high, sites, isUnsure) = (0, radii.Length, (int[]?)null, false);
        var (proved, tried) = (0, radii.Length - 1);
        // Where not every demand reaches every site, even the largest radius may not do; it is tried first.
        while (low < high)
        {
            var result = Cover(radii[tried]);
            _nodes += result.Nodes;
            if (result.Status == SitingStatus.Optimal)
            {
                (high, sites) = (tried, result.Columns);
            }
            else
            {
                isUnsure |= result.Status != SitingStatus.Infeasible;
                (low, proved) = (tried + 1, isUnsure ? proved : tried + 1);
            }

            progress?.Report(new SitingProgress("radius", sites is null ? null : radii[high], radii[Math.Min(proved, radii.Length - 1)], _nodes));
            tried = low + ((high - low) / 2);
        }

        return sites is null
            ? new PCenterResult(isUnsure ? SitingStatus.NoAnswer : SitingStatus.Infeasible, 0, radii[Math.Min(proved, radii.Length - 1)], [], _nodes)
            : Answer(sites, radii[high], isUnsure ? radii[Math.Min(proved, high)] : radii[high]);
    }

    private PCenterResult Answer(int[] sites, long radius, long bound) =>
        new(bound >= radius ? SitingStatus.Optimal : SitingStatus.Stopped, radius, bound, sites, _nodes);

    private SetCoverResult Cover(long radius)
    {
        var first = new int[_rows.Length + 1];
        var column = new List<int>();
        for (var r = 0; r < _rows.Length; r++)
        {
            var (site, distance) = _rows[r];
            for (var k = 0; k < site.Length && distance[k] <= radius; k++)
            {
                column.Add(site[k]);
            }

            first[r + 1] = column.Count;
        }

        var need = new int[_rows.Length];
        Array.Fill(need, _problem.Backup);
        var problem = new SetCoverProblem(first, [.. column], _problem.SiteCount)
        {
            Need = need,
            Fixed = _problem.Fixed,
            Conflicts = _problem.Conflicts,
        };
        return SetCoverSolver.Solve(problem, _options with { Enough = _problem.Sites }, _stop);
    }

    private bool IsOut(int site) => _problem.Fixed is { } states && states[site] == ColumnState.Out;
}
