using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

/// <summary>What must hold between the answers to two questions.</summary>
public sealed class SitingInvariantTests
{
    [Fact]
    public void OneMoreSiteOrAWiderReachNeverCoversFewer()
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var before = 0L;
            for (var most = 1; most <= 8; most++)
            {
                var now = Objective(LargeSiting.Covering(40, 600, seed, most));
                Assert.True(now >= before);
                Assert.True(Objective(LargeSiting.Covering(40, 600, seed, most, reach: 0.15)) >= now);
                before = now;
            }
        }
    }

    [Fact]
    public void OneMoreCandidateNeverGainsLess()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = SmallSiting.Random(new Random(seed), limited: seed % 2 == 0, floors: false, worth: false, settled: false);
            var columns = problem.Gains.ColumnCount;
            var without = new ColumnState[columns];
            without[seed % columns] = ColumnState.Out;
            var fewer = SitingSolver.Solve(problem with { Fixed = without }, new SitingOptions());
            var all = SitingSolver.Solve(problem, new SitingOptions());
            Assert.True(fewer.Status == SitingStatus.Infeasible || all.Objective >= fewer.Objective);
        }
    }

    [Fact]
    public void TwiceTheWeightsChooseTheSameSites()
    {
        var problem = LargeSiting.Covering(80, 1500, seed: 2, most: 9);
        var gains = problem.Gains;
        var twice = new GainMatrix([.. gains.Amount.Select(a => 2 * a)], gains.First, gains.Column, gains.Gain, gains.ColumnCount);

        var one = SitingSolver.Solve(problem, new SitingOptions());
        var two = SitingSolver.Solve(problem with { Gains = twice }, new SitingOptions());

        Assert.Equal(one.Columns, two.Columns);
        Assert.Equal(2 * one.Objective, two.Objective);
    }

    [Fact]
    public void TheOrderOfTheCandidatesChangesNoObjective()
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var problem = LargeSiting.Covering(50, 800, seed, most: 6);
            Assert.Equal(Objective(problem), Objective(Backwards(problem)));
        }
    }

    [Fact]
    public void TheSameSeedGivesTheSameSitesAndAnotherTheSameObjective()
    {
        // So many entries that the bound is found by way of a core of columns.
        var problem = LargeSiting.Covering(600, 12000, seed: 7, most: 10, reach: 0.14);
        Assert.True(problem.Gains.Column.Length > 150_000);

        var one = SitingSolver.Solve(problem, new SitingOptions(Seed: 1));
        var again = SitingSolver.Solve(problem, new SitingOptions(Seed: 1));
        var other = SitingSolver.Solve(problem, new SitingOptions(Seed: 2));

        Assert.Equal(SitingStatus.Optimal, one.Status);
        Assert.Equal(one.Columns, again.Columns);
        Assert.Equal(one.Nodes, again.Nodes);
        Assert.Equal(one.Objective, other.Objective);
        Assert.Equal(one.Objective, Assignment.Find(problem.Gains, one.Columns).Value);
    }

    [Fact]
    public void AGapThatIsAllowedEndsTheSearchWithinIt()
    {
        var problem = LargeSiting.Covering(200, 4000, seed: 11, most: 15);

        var result = SitingSolver.Solve(problem, new SitingOptions(GapGoal: 0.05));

        Assert.Equal(SitingStatus.Optimal, result.Status);
        Assert.True(result.Gap <= 0.05);
        Assert.True(result.Bound >= Objective(problem));
    }

    private static long Objective(SitingProblem problem)
    {
        var result = SitingSolver.Solve(problem, new SitingOptions());
        Assert.Equal(SitingStatus.Optimal, result.Status);
        return result.Objective;
    }

    private static SitingProblem Backwards(SitingProblem problem)
    {
        var gains = problem.Gains;
        var (column, last) = ((int[])gains.Column.Clone(), gains.ColumnCount - 1);
        for (var r = 0; r < gains.RowCount; r++)
        {
            var row = column.AsSpan(gains.First[r], gains.First[r + 1] - gains.First[r]);
            row.Reverse();
            foreach (ref var c in row)
            {
                c = last - c;
            }
        }

        return problem with { Gains = new GainMatrix(gains.Amount, gains.First, column, gains.Gain, gains.ColumnCount) };
    }
}
