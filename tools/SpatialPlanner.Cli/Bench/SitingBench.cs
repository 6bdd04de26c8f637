using System.Diagnostics;
using SpatialPlanner.Data.Locate.Programs;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Linear;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Maximal covering on seeded cities: our own search beside the programs that are installed, on the same merged rows.</summary>
/// <param name="seconds">Seconds for each run.</param>
/// <param name="cancel">Cancels.</param>
internal sealed class SitingBench(double seconds, CancellationToken cancel)
{
    /// <summary>Measures one city, run by run.</summary>
    public IEnumerable<SitingRun> Run(SitingCase shape)
    {
        var gains = SitingInstances.Covering(shape.City, shape.LimitM);
        ExternalProgram?[] programs = [ExternalProgram.Of(PlanMethod.Cbc), ExternalProgram.Of(PlanMethod.Glpk), ExternalProgram.Of(PlanMethod.Highs)];
        foreach (var sites in shape.Counts)
        {
            cancel.ThrowIfCancellationRequested();
            yield return Own(shape, gains, sites);
            foreach (var program in programs.Where(p => p?.Find() is not null))
            {
                cancel.ThrowIfCancellationRequested();
                yield return With(program!, shape, gains, sites);
            }
        }
    }

    private SitingRun Own(SitingCase shape, GainMatrix gains, int sites)
    {
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        clock.CancelAfter(TimeSpan.FromSeconds(seconds));
        var watch = Stopwatch.StartNew();
        var result = SitingSolver.Solve(new SitingProblem(gains, new SiteCount(gains.ColumnCount, sites)), new SitingOptions(), null, clock.Token);
        var status = result.Status switch { SitingStatus.Optimal => "optimal", SitingStatus.Stopped => "feasible", _ => "unknown" };
        return new SitingRun(
            shape, gains.RowCount, gains.Column.Length, sites, "own", status, Assignment.Find(gains, result.Columns).Value,
            double.IsFinite(result.Bound) ? result.Bound : null, watch.Elapsed.TotalSeconds);
    }

    private SitingRun With(ExternalProgram program, SitingCase shape, GainMatrix gains, int sites)
    {
        var model = GainProgram.Of(new SitingProblem(gains, new SiteCount(gains.ColumnCount, sites)));
        model.AddRow([.. Enumerable.Range(0, gains.ColumnCount).Select(c => (c, 1.0))], double.NegativeInfinity, sites);
        var said = program.Solve(model, seconds, 1, cancel);
        int[]? chosen = said.Values is { } values ? [.. Enumerable.Range(0, gains.ColumnCount).Where(c => values[c] > 0.5)] : null;
        var status = said.Status switch { SitingStatus.Optimal => "optimal", SitingStatus.Stopped => "feasible", _ => "unknown" };
        return new SitingRun(
            shape, gains.RowCount, gains.Column.Length, sites, program.Name, status, chosen is null ? null : Assignment.Find(gains, chosen).Value,
            double.IsFinite(said.Bound) ? said.Bound : null, said.Seconds);
    }
}
