using System.Globalization;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Covering;

namespace SpatialPlanner.Tests.Engine.Siting.Covering;

/// <summary>Covers beside every set of columns there is.</summary>
public sealed class SetCoverTests
{
    [Theory]
    [InlineData(0, false, false, false)]
    [InlineData(1000, true, false, false)]
    [InlineData(2000, false, true, false)]
    [InlineData(3000, false, false, true)]
    [InlineData(4000, true, true, true)]
    public void NothingCheaperIsFoundByTryingEverySet(int seed, bool costs, bool backup, bool conflicts)
    {
        for (var draw = 0; draw < 120; draw++)
        {
            var problem = Drawn(seed + draw, costs, backup, conflicts);
            var found = SetCoverSolver.Solve(problem, new SetCoverOptions());
            var least = LeastOf(problem);
            var name = (seed + draw).ToString(CultureInfo.InvariantCulture);
            Assert.True(
                least is null ? found.Status == SitingStatus.Infeasible
                    : found.Status == SitingStatus.Optimal && found.Cost == least && found.Bound == least, name);
            Assert.True(least is null || Covers(problem, Mask(found.Columns)), name);
        }
    }

    [Fact]
    public void AskedWhetherSoMuchIsEnoughItSaysYesFromTheLeastCostOn()
    {
        for (var draw = 0; draw < 100; draw++)
        {
            var problem = Drawn(5000 + draw, costs: true, backup: false, conflicts: false);
            if (LeastOf(problem) is not { } least)
            {
                continue;
            }

            foreach (var enough in new[] { least - 1, least, least + 3 })
            {
                var found = SetCoverSolver.Solve(problem, new SetCoverOptions { Enough = enough });
                Assert.Equal(enough >= least ? SitingStatus.Optimal : SitingStatus.Infeasible, found.Status);
                Assert.True(enough < least || found.Cost <= enough);
            }
        }
    }

    [Fact]
    public void WhatStopsAtTheRootHasACoverAndABoundBelowIt()
    {
        for (var draw = 0; draw < 50; draw++)
        {
            var problem = Drawn(6000 + draw, costs: true, backup: false, conflicts: false);
            var found = SetCoverSolver.Solve(problem, new SetCoverOptions { MostNodes = 0 });
            if (LeastOf(problem) is { } least)
            {
                Assert.InRange(least, found.Bound, found.Cost);
                Assert.True(Covers(problem, Mask(found.Columns)));
            }
        }
    }

    [Fact]
    public void AStoppedSearchKeepsTheGreedyCover()
    {
        var problem = new SetCoverProblem([0, 2, 4, 6], [0, 1, 1, 2, 2, 0], 3);
        var found = SetCoverSolver.Solve(problem, new SetCoverOptions(), new CancellationToken(canceled: true));
        Assert.Equal(2, found.Cost);
    }

    // Up to 10 columns and 14 rows; each row with 1 to 5 columns, and some that nothing can serve often enough.
    private static SetCoverProblem Drawn(int seed, bool costs, bool backup, bool conflicts)
    {
        var random = new Random(seed);
        var (columns, rows) = (random.Next(2, 11), random.Next(1, 15));
        var (first, column, need) = (new int[rows + 1], new List<int>(), new int[rows]);
        for (var r = 0; r < rows; r++)
        {
            column.AddRange(Enumerable.Range(0, columns).OrderBy(_ => random.Next()).Take(random.Next(1, Math.Min(columns, 5) + 1)));
            first[r + 1] = column.Count;
            need[r] = backup ? random.Next(1, 3) : 1;
        }

        var excludes = Enumerable.Range(0, columns).Select(_ => new List<int>()).ToArray();
        for (var k = 0; conflicts && k < columns / 2; k++)
        {
            var (a, b) = (random.Next(columns), random.Next(columns));
            if (a != b && !excludes[a].Contains(b))
            {
                excludes[a].Add(b);
                excludes[b].Add(a);
            }
        }

        var states = Enumerable.Range(0, columns).Select(_ => random.Next(12) switch
        {
            0 => ColumnState.In,
            1 => ColumnState.Out,
            _ => ColumnState.Free,
        }).ToArray();
        return new SetCoverProblem(first, [.. column], columns)
        {
            Cost = costs ? [.. Enumerable.Range(0, columns).Select(_ => (long)random.Next(0, 30))] : null,
            Need = backup ? need : null,
            Fixed = seed % 3 == 0 ? states : null,
            Conflicts = conflicts ? [.. excludes.Select(e => e.ToArray())] : null,
        };
    }

    private static long? LeastOf(SetCoverProblem problem)
    {
        long? least = null;
        for (var set = 0; set < 1 << problem.ColumnCount; set++)
        {
            if (Covers(problem, set))
            {
                var cost = Enumerable.Range(0, problem.ColumnCount).Where(c => (set >> c & 1) == 1).Sum(c => problem.Cost?[c] ?? 1);
                least = least is null ? cost : Math.Min(least.Value, cost);
            }
        }

        return least;
    }

    private static bool Covers(SetCoverProblem problem, int set)
    {
        bool IsIn(int c) => (set >> c & 1) == 1;
        return Enumerable.Range(0, problem.RowCount).All(r =>
                problem.Column[problem.First[r]..problem.First[r + 1]].Count(IsIn) >= (problem.Need?[r] ?? 1))
            && Enumerable.Range(0, problem.ColumnCount).All(c =>
                (problem.Fixed?[c] != ColumnState.In || IsIn(c)) && (problem.Fixed?[c] != ColumnState.Out || !IsIn(c))
                && !(IsIn(c) && problem.Conflicts is not null && problem.Conflicts[c].Any(IsIn)));
    }

    private static int Mask(int[] columns) => columns.Sum(c => 1 << c);
}
