using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Linear;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Siting;

/// <summary>The mixed integer program of a plan, solved by trying every 0 and 1 of its whole columns.</summary>
public class PlanProgramTests
{
    public static TheoryData<int, PlanQuestion> Questions()
    {
        var data = new TheoryData<int, PlanQuestion>();
        for (var seed = 1; seed <= 3; seed++)
        {
            data.Add(seed, new());
            data.Add(seed, new() { BudgetCny = 500_000 });
            data.Add(seed, new() { MaxSites = 1 });
            data.Add(seed, new() { BudgetCny = 2_000_000, SiteBudgetCny = 300_000 });
            data.Add(seed, new() { Must = ["S002"], BudgetCny = 900_000 });
            data.Add(seed, new() { MustNot = ["S001"], LeastPerSubdistrict = 1 });
            data.Add(seed, new() { LeastCommunityShare = 0.1 });
            data.Add(seed, new() { YearBudgetsCny = [400_000, 400_000], CarryOver = seed == 2 });
        }

        return data;
    }

    [Theory, MemberData(nameof(Questions))]
    public void ItsBestSolutionIsThePlanOfOurOwnSearch(int seed, PlanQuestion question)
    {
        var problem = new PlanTown(3, 2, 60, seed) { SideM = 1500, CommunitiesAlong = 2, HasExclusion = seed == 3, LaterYear = 1 }.Make();
        var program = PlanProgram.Of(problem, question);
        var own = PlanSolver.Solve(problem, question, null, CancellationToken.None);
        if (Best(program.Linear) is not var (values, objective))
        {
            Assert.Equal(SitingStatus.Infeasible, own.Status);
            return;
        }

        Assert.Equal(own.Objective, Math.Round(objective));
        var read = program.Outcome(SitingStatus.Optimal, values, objective);
        Assert.Equal((SitingStatus.Optimal, own.Objective), (read.Status, read.Objective));
    }

    [Fact]
    public void WhatASolverSaysIsNotBelieved()
    {
        var problem = new PlanTown(3, 2, 60, 1) { SideM = 1500, CommunitiesAlong = 2 }.Make();
        var program = PlanProgram.Of(problem, new() { MaxSites = 1 });
        var all = Enumerable.Repeat(1.0, program.Linear.Columns.Count).ToArray();
        Assert.Equal(SitingStatus.NoAnswer, program.Outcome(SitingStatus.Optimal, all, 1e9).Status);
        Assert.Equal(SitingStatus.Infeasible, program.Outcome(SitingStatus.Infeasible, null, 0).Status);
        // A plan without rooms is allowed; a bound above it proves nothing.
        var none = program.Outcome(SitingStatus.Optimal, new double[all.Length], 5);
        Assert.Equal((SitingStatus.Stopped, 0, 5.0), (none.Status, none.Objective, none.Bound));
    }

    private static (double[] Values, double Objective)? Best(LinearProgram program)
    {
        int[] whole = [.. Enumerable.Range(0, program.Columns.Count).Where(c => program.Columns[c].IsWhole)];
        (double[], double)? best = null;
        for (var bits = 0; bits < 1 << whole.Length; bits++)
        {
            var values = new double[program.Columns.Count];
            for (var k = 0; k < whole.Length; k++)
            {
                values[whole[k]] = bits >> k & 1;
            }

            if (whole.All(c => values[c] >= program.Columns[c].Lower && values[c] <= program.Columns[c].Upper))
            {
                Serve(program, values);
                var objective = program.Columns.Select((c, i) => c.Objective * values[i]).Sum();
                best = program.Rows.All(r => Holds(r, values)) && !(objective <= best?.Item2) ? (values, objective) : best;
            }
        }

        return best;
    }

    // Each of the other columns as large as its rows let it be, the dearest first: who is served in an early year gains most.
    private static void Serve(LinearProgram program, double[] values)
    {
        foreach (var c in Enumerable.Range(0, values.Length).Where(c => !program.Columns[c].IsWhole).OrderByDescending(c => program.Columns[c].Objective))
        {
            values[c] = program.Columns[c].Upper;
            foreach (var row in program.Rows.Where(r => double.IsFinite(r.Upper) && r.Terms.Any(t => t.Column == c && t.Factor > 0)))
            {
                var (factor, others) = (row.Terms.First(t => t.Column == c).Factor, row.Terms.Where(t => t.Column != c).Sum(t => t.Factor * values[t.Column]));
                values[c] = Math.Max(0, Math.Min(values[c], (row.Upper - others) / factor));
            }
        }
    }

    private static bool Holds(LinearRow row, double[] values) =>
        row.Terms.Sum(t => t.Factor * values[t.Column]) is var sum && sum >= row.Lower - 1e-6 && sum <= row.Upper + 1e-6;
}
