using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Siting;

/// <summary>What is said of a plan, against plans counted one by one.</summary>
public class PlanReviewTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    public void LossesOfForcedSpacesAndTheAlternativeAreThoseOfAllChoices(int seed, bool capacity)
    {
        var (problem, question) = (Small(seed), new PlanQuestion { BudgetCny = 1_000_000, CountCapacity = capacity });
        var outcome = PlanSolver.Solve(problem, question, null, CancellationToken.None);
        var review = PlanReview.Of(problem, question, outcome, CancellationToken.None);
        Assert.All(review.NotChosen, s =>
        {
            var forced = new PlanCount(problem, question with { Must = [problem.Spaces[s.Space].Id] }).Run().Best;
            Assert.Equal(outcome.Objective - forced, s.LossIfForced);
            Assert.True(s.IsProved);
        });
        var used = outcome.Rooms.Select(r => problem.Rooms[r].Space).ToHashSet();
        var without = used.Select(s => new PlanCount(problem, question with { MustNot = [problem.Spaces[s].Id] }).Run().Best);
        var best = review.NotChosen.Select(s => outcome.Objective - s.LossIfForced).Concat(without).Max();
        Assert.Equal(outcome.Objective - best, review.Alternative!.Loss);
        Assert.True(review.Alternative.IsProved);
        Assert.False(used.SetEquals(review.Alternative.Spaces));
    }

    [Theory]
    [InlineData(1, false, 0)]
    [InlineData(2, true, 0)]
    [InlineData(3, false, 2)]
    public void WhatASpaceIsWorthIsThePlanLessThePlanWithoutIt(int seed, bool capacity, int years)
    {
        var problem = Small(seed);
        var question = new PlanQuestion { BudgetCny = 1_500_000, CountCapacity = capacity, YearBudgetsCny = [.. Enumerable.Repeat(700_000L, years)] };
        var outcome = PlanSolver.Solve(problem, question, null, CancellationToken.None);
        var review = PlanReview.Of(problem, question, outcome, CancellationToken.None);
        var value = new PlanValue(new PlanModel(problem, question));
        var columns = value.Model.ColumnsOf(outcome);
        Assert.Equal(outcome.Objective, value.Of(columns));
        Assert.All(review.Spaces, s =>
        {
            int Space(int c) => value.Model.Columns.Columns[c].Space;
            Assert.Equal(outcome.Objective - value.Of([.. columns.Where(c => Space(c) != s.Space)]), s.Worth.Marginal);
            Assert.Equal(value.Of([.. columns.Where(c => Space(c) == s.Space)]), s.Worth.Alone);
        });
        Assert.All(review.Rooms, r => Assert.True(r.Marginal <= r.Alone));
        Assert.Equal(outcome.Rooms.Count, review.Rooms.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void SwapsLoseWhatThePlanWithTheNewRoomsLoses(bool capacity)
    {
        var count = 0;
        for (var seed = 1; seed <= 4; seed++)
        {
            var (problem, question) = (Small(seed), new PlanQuestion { BudgetCny = 1_000_000, CountCapacity = capacity });
            var outcome = PlanSolver.Solve(problem, question, null, CancellationToken.None);
            var swaps = PlanSwaps.Find(new PlanState(problem, question, outcome), PlanReview.MostSwaps, CancellationToken.None);
            Assert.Equal(swaps.OrderBy(s => s.Loss).Select(s => s.Loss), swaps.Select(s => s.Loss));
            var value = new PlanValue(new PlanModel(problem, question));
            Assert.All(swaps, s =>
            {
                List<int> rooms = [.. outcome.Rooms.Where(r => problem.Rooms[r].Space != s.Out), .. s.Rooms];
                var after = new PlanOutcome(outcome.Status, 0, 0, rooms, [.. rooms.Select(_ => 0)]);
                Assert.Equal(outcome.Objective - value.Of(value.Model.ColumnsOf(after)), s.Loss);
                Assert.True(value.Model.CostOf(value.Model.ColumnsOf(after)) <= question.BudgetCny);
                Assert.All(s.Rooms, r => Assert.Equal(s.In, problem.Rooms[r].Space));
                Assert.True(s.Loss >= 0);
            });
            count += swaps.Count;
        }

        Assert.True(count > 4);
    }

    [Fact]
    public void TheReserveAddsLessFromSpaceToSpaceAndUsesNoneTwice()
    {
        var (problem, question) = (Small(5), new PlanQuestion { BudgetCny = 400_000 });
        var outcome = PlanSolver.Solve(problem, question, null, CancellationToken.None);
        var reserve = PlanReview.Of(problem, question, outcome, CancellationToken.None).Reserve;
        Assert.NotEmpty(reserve);
        Assert.Equal(reserve.OrderByDescending(r => r.Gain).Select(r => r.Gain), reserve.Select(r => r.Gain));
        var all = outcome.Rooms.Select(r => problem.Rooms[r].Space).Distinct().Concat(reserve.Select(r => r.Space)).ToList();
        Assert.Equal(all.Distinct().Count(), all.Count);
        Assert.All(reserve, r => Assert.Equal(
            problem.Spaces[r.Space].OpeningCostCny + r.Rooms.Sum(x => problem.Rooms[x].CostCny), r.CostCny));
    }

    [Fact]
    public void AReviewThatIsStoppedHasItsQuickPartsAndClaimsNoProof()
    {
        var (problem, question) = (Small(1), new PlanQuestion { BudgetCny = 1_000_000 });
        var outcome = PlanSolver.Solve(problem, question, null, CancellationToken.None);
        var review = PlanReview.Of(problem, question, outcome, new CancellationToken(true));
        Assert.Equal(outcome.Rooms.Count, review.Rooms.Count);
        Assert.All(review.NotChosen, s => Assert.NotEqual("", s.Reason.En));
        Assert.NotEqual(true, review.Alternative?.IsProved);
    }

    private static PlanProblem Small(int seed) => new PlanTown(6, 3, 400, seed)
    {
        SideM = 2500,
        CommunitiesAlong = 2,
        HasExclusion = seed % 2 == 0,
    }.Make();
}
