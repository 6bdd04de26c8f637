using SpatialPlanner.Data;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Server.Jobs;
using SpatialPlanner.Server.Siting;

namespace SpatialPlanner.Tests.Server;

public sealed class JobTests
{
    private static Job NewJob() => new("test", TimeProvider.System, CancellationToken.None);

    private static void NoFailure(Exception e) => Assert.Fail(e.ToString());

    [Fact]
    public void AStoppedSearchIsDoneWithTheBestSoFar()
    {
        var job = NewJob();
        job.Run(
            (self, stop) =>
            {
                self.Report(new Progress("tree", 7) { Search = new SearchProgress(90, 100, 7) });
                self.Cancel();
                Assert.True(stop.IsCancellationRequested);
                return "the best";
            },
            NoFailure);
        var document = job.Now().Document;
        Assert.Equal((JobState.Done, "the best", "tree"), (document.State, document.Result, document.Task));
        Assert.Equal(new JobSearch(90, 100, 0.1, 7), document.Search);
    }

    [Fact]
    public void CancelledWorkThatIsAllOrNothingLeavesNothing()
    {
        var job = NewJob();
        job.Run(
            (self, stop) =>
            {
                self.Cancel();
                stop.ThrowIfCancellationRequested();
                return "never";
            },
            NoFailure);
        Assert.Equal((JobState.Cancelled, null), (job.Now().Document.State, job.Now().Document.Result));
    }

    [Theory]
    [InlineData(90.0, 100.0, 0.1)]
    [InlineData(100.0, 90.0, 0.1)]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(null, 100.0, null)]
    [InlineData(90.0, null, null)]
    public void TheGapIsAShareOfTheLargerOfBestAndBound(double? best, double? bound, double? gap) =>
        Assert.Equal(gap, new SearchProgress(best, bound, 0).Gap);

    [Fact]
    public void ATraceHasWhatChangedInPeopleAndNoBoundThatIsInfinite()
    {
        var told = new List<Progress>();
        var trace = new SearchTrace(new Told(told), TimeProvider.System, 1000);
        trace.Report(new SitingProgress("greedy", 5000, double.PositiveInfinity, 0));
        trace.Report(new SitingProgress("greedy", 5000, double.PositiveInfinity, 0));
        trace.Report(new SitingProgress("tree", 5000, 7500, 3));
        trace.End(7, 7);
        Assert.Equal((5.0, null), (trace.Steps[0].Objective, trace.Steps[0].Bound));
        Assert.Equal((7.0, 7.0, "done"), (trace.Steps[^1].Objective, trace.Steps[^1].Bound, trace.Steps[^1].Stage));
        Assert.Equal(3, told.Count);
        Assert.Equal(new SearchProgress(5, 7.5, 3), told[^1].Search);
    }

    private sealed class Told(List<Progress> told) : IProgress<Progress>
    {
        public void Report(Progress value) => told.Add(value);
    }
}
