using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Tests.Engine.Siting;

public sealed class SitingSolverTests
{
    [Theory]
    [InlineData(false, false, false, false)]
    [InlineData(false, false, true, true)]
    [InlineData(false, true, false, false)]
    [InlineData(false, true, true, true)]
    [InlineData(true, false, false, false)]
    [InlineData(true, false, true, true)]
    public void TheBestOfAllSetsIsFoundAndProved(bool limited, bool floors, bool worth, bool settled)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var problem = SmallSiting.Random(new Random(seed), limited, floors, worth, settled);
            var best = SmallSiting.Best(problem);

            var result = SitingSolver.Solve(problem, new SitingOptions());

            Assert.Equal((seed, best is null ? SitingStatus.Infeasible : SitingStatus.Optimal), (seed, result.Status));
            Assert.Equal((seed, best ?? 0), (seed, result.Objective));
            if (best is not null)
            {
                Assert.Equal((seed, best), (seed, SmallSiting.Value(problem, result.Columns)));
                Assert.Equal(result.Objective, result.Bound);
            }
        }
    }

    [Fact]
    public void UnitsOfTheBestAssignmentAddUpAndKeepCapacities()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var matrix = SmallSiting.Random(random, limited: true, floors: false, worth: false, settled: false).Gains;
            int[] set = [.. Enumerable.Range(0, matrix.ColumnCount).Where(_ => random.Next(3) > 0)];

            var found = Assignment.Find(matrix, set);

            Assert.Equal((seed, SlowAssignment.Value(matrix, set)), (seed, found.Value));
            Assert.Equal(found.Value, found.Units.Zip(matrix.Gain, (u, g) => u * g).Sum());
            for (var c = 0; c < matrix.ColumnCount; c++)
            {
                var served = found.Units.Where((_, k) => matrix.Column[k] == c).Sum();
                Assert.True(served <= (set.Contains(c) ? matrix.Capacity![c] : 0));
            }

            for (var r = 0; r < matrix.RowCount; r++)
            {
                Assert.True(found.Units[matrix.First[r]..matrix.First[r + 1]].Sum() <= matrix.Amount[r]);
            }
        }
    }
}
