using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

public sealed class SitingStopTests
{
    [Fact]
    public void WhereverTheSearchIsStoppedTheBestSetLiesBetweenObjectiveAndBound()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var problem = SmallSiting.Random(new Random(seed), limited: seed % 3 == 0, floors: seed % 5 == 0 && seed % 3 != 0, worth: true, settled: true);
            var best = SmallSiting.Best(problem);
            for (var reports = 0; reports < 8; reports++)
            {
                using var stop = new CancellationTokenSource();
                var result = SitingSolver.Solve(problem, new SitingOptions(), new StopAfter(reports, stop), stop.Token);

                Assert.False(double.IsNaN(result.Gap));
                if (result.Status == SitingStatus.Infeasible)
                {
                    Assert.Null(best);
                }
                else if (best is { } most)
                {
                    Assert.True(result.Bound >= most, $"seed {seed}, {reports} reports: bound {result.Bound} below {most}");
                    Assert.True(result.Status == SitingStatus.NoAnswer || result.Objective <= most);
                    Assert.True(result.Status != SitingStatus.Optimal || result.Objective == most);
                }

                if (result.Status is SitingStatus.Optimal or SitingStatus.Stopped)
                {
                    Assert.Equal(result.Objective, SmallSiting.Value(problem, result.Columns));
                }
            }
        }
    }

    [Fact]
    public void ASearchStoppedBeforeItBeginsStillTellsABoundThatHolds()
    {
        var problem = LargeSiting.Covering(60, 400, seed: 3, most: 5);
        var proved = SitingSolver.Solve(problem, new SitingOptions());

        var result = SitingSolver.Solve(problem, new SitingOptions(), null, new CancellationToken(canceled: true));

        Assert.Equal(SitingStatus.Stopped, result.Status);
        Assert.InRange(result.Bound, proved.Objective, problem.Gains.Amount.Sum());
        Assert.True(result.Objective <= proved.Objective);
    }

    [Fact]
    public void TheNodesAllowedEndTheSearch()
    {
        var problem = LargeSiting.Covering(60, 2000, seed: 5, most: 12);

        var result = SitingSolver.Solve(problem, new SitingOptions(MostNodes: 1));

        Assert.InRange(result.Nodes, 0, 2);
        Assert.True(result.Bound >= SitingSolver.Solve(problem, new SitingOptions()).Objective);
    }

    private sealed class StopAfter(int reports, CancellationTokenSource stop) : IProgress<SitingProgress>
    {
        private int left = reports;

        public void Report(SitingProgress value)
        {
            if (left-- <= 0)
            {
                stop.Cancel();
            }
        }
    }
}
