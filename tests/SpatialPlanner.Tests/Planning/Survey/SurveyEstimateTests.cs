using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Survey;
using static SpatialPlanner.Tests.Planning.Survey.SmallSurvey;

namespace SpatialPlanner.Tests.Planning.Survey;

public class SurveyEstimateTests
{
    // Two communities of one subdistrict, one of another. Old and rest: A 200 + 800, B 100 + 400, C 300 + 0.
    private static readonly SurveyFrame Frame = new(
        [Community("A", 0, 200, 800), Community("B", 0, 100, 400), Community("C", 1, 300, 0)], 2, Services);

    [Fact]
    public void AnswersAreWeightedToThePeopleOfTheirCommunityAndAge()
    {
        // In A 8 of 10 old want meals and 1 of 10 others: 200 × 0.8 + 800 × 0.1 = 160 + 80 = 240. The bare mean, 9 of 20, would say 450.
        var row = Row(Estimate(Frame, Answers("a", "A", "age_60_79", 10, 8), Answers("b", "A", "all", 10, 1)), "A");
        Assert.Equal((1000L, 20, 240L), (row.People, row.Answers, row.Demand!.Value));
        Assert.Equal(0.24, row.Share!.Value, 12);
        Assert.Equal(EstimateBasis.Cell, row.Basis);

        // Weights: 200 / 10 = 20 and 800 / 10 = 80. Design effect 20 × (10 × 400 + 10 × 6400) / (200 + 800)² = 1.36.
        Assert.Equal(1.36, row.DesignEffect!.Value, 12);
        Assert.Equal(80, row.LargestWeight!.Value, 12);

        // 20 / 1.36 = 14.706 answers; with 1.96² = 3.8416 more 18.547; p = (14.706 × 0.24 + 1.9208) / 18.547 = 0.29385;
        // 1.96 × √(0.29385 × 0.70615 / 18.547 × 980 / 999) = 0.20532.
        Assert.Equal(0.2053, row.Margin!.Value, 4);
        Assert.True(row.Warnings.HasFlag(DemandWarnings.SmallSample | DemandWarnings.WideMargin));
        Assert.False(row.Warnings.HasFlag(DemandWarnings.Borrowed));
    }

    [Fact]
    public void ACellWithoutAnswersBorrowsFromTheNextCoarserOneThatHasSome()
    {
        // Asked about meals: the old of A, 1 of 2. The rest of A borrows from A (0.5), B from the subdistrict (0.5), C from the
        // district (0.5).
        var estimate = Estimate(Frame, Answers("a", "A", "age_60_79", 2, 1));
        EstimateBasis Basis(int community, string age) => estimate.Cells.Single(c =>
            c.Community == community && c.Service == 0 && estimate.Intake.Strata.Codes[c.Stratum] == age).Basis;
        Assert.Equal(EstimateBasis.Cell, Basis(0, "age_60_79"));
        Assert.Equal(EstimateBasis.Community, Basis(0, "rest"));
        Assert.Equal(EstimateBasis.Subdistrict, Basis(1, "rest"));
        Assert.Equal(EstimateBasis.District, Basis(2, "age_60_79"));
        Assert.Equal((500L, 0L), (Row(estimate, "A").Demand!.Value, Row(estimate, "A").BorrowedPeople));
        Assert.Equal((250L, 500L), (Row(estimate, "B").Demand!.Value, Row(estimate, "B").BorrowedPeople));
        Assert.Null(Row(estimate, "B").Margin);
        Assert.True(Row(estimate, "B").Warnings.HasFlag(DemandWarnings.Borrowed));

        // Within its subdistrict nobody had to borrow from beyond it: all 1500 stand on the two answers of A.
        var sub = estimate.Rows.Single(r => r is { Level: AreaLevel.Subdistrict, Area: 0, Service: 0 });
        Assert.Equal((750L, 0L), (sub.Demand!.Value, sub.BorrowedPeople));
        Assert.Equal((1.0, 750.0), (sub.DesignEffect!.Value, sub.LargestWeight!.Value));
    }

    [Fact]
    public void WhatNobodyWasAskedAboutIsNotKnown()
    {
        var estimate = Estimate(Frame, Answers("a", "A", "all", 3, 3));
        Assert.All(estimate.Rows.Where(r => r.Service == 1), r =>
        {
            Assert.Null(r.Demand);
            Assert.Null(r.Share);
            Assert.True(r.Warnings.HasFlag(DemandWarnings.NoEstimate));
        });
    }

    [Fact]
    public void CommonAndIndividualNeedsAreKeptApart()
    {
        // 6 of 10 want it, 2 of these as an individual need: of 800 people 480, 160 and 320.
        var row = Row(Estimate(Frame, Answers("a", "A", "all", 10, 6, individual: 2), Answers("b", "A", "age_60_79", 1, 0)), "A");
        Assert.Equal((320L, 160L, 480L), (row.Common!.Value, row.Individual!.Value, row.Demand!.Value));
    }

    [Fact]
    public void ThreeAnswersThatAgreeAreNotCertain() =>
        // ñ = 6.8416, p = (3 + 1.9208) / 6.8416 = 0.71925; 1.96 × √(0.71925 × 0.28075 / 6.8416 × 997 / 999) = 0.33639.
        Assert.Equal(0.3364, MarginOfError.Of(1, 3, 1, 1000), 4);

    [Theory]
    // Textbook: 384 answers give ± 5 points, 1,067 ± 3, at 50 % of a large population.
    [InlineData(384, 0.05)]
    [InlineData(1067, 0.03)]
    public void TheMarginIsThatOfTheTextbook(int answers, double margin) =>
        Assert.Equal(margin, MarginOfError.Of(0.5, answers, 1, 100_000_000), 3);

    [Fact]
    public void WhoeverAskedEverybodyIsSure() => Assert.Equal(0, MarginOfError.Of(0.4, 50, 1, 50));

    [Fact]
    public void AnAgeThatAnswersMoreThanItsShareIsSkewed()
    {
        // The old are 200 of 1000 people and 9 of 10 respondents: 4.5 times their share. The others are an eighth of theirs.
        var estimate = Estimate(Frame, Answers("a", "A", "age_60_79", 9, 5), Answers("b", "A", "all", 1, 1));
        var rows = estimate.Sample.Where(r => r is { Level: AreaLevel.Community, Area: 0 }).ToList();
        var old = rows.Single(r => r.Stratum is { } a && estimate.Intake.Strata.Codes[a] == "age_60_79");
        Assert.Equal((4.5, true), (old.Ratio!.Value, old.IsSkewed));
        Assert.True(Row(estimate, "A").Warnings.HasFlag(DemandWarnings.SkewedAge));
        Assert.Equal(0.01, rows.Single(r => r.Stratum is null).ResponseRate!.Value);
    }

    [Fact]
    public void ACommunityWithoutPeopleHasRowsWithoutNumbersAndNoWarnings()
    {
        var frame = Frame with { Communities = [.. Frame.Communities, Community("D", 1, 0, 0)] };
        var estimate = Estimate(frame, Answers("a", "A", "all", 4, 2), Answers("d", "D", "all", 2, 2));
        var row = Row(estimate, "D");
        Assert.Equal((0L, 0L, 0), (row.People, row.Demand!.Value, row.Answers));
        Assert.Equal((null, null, null, DemandWarnings.None), (row.Share, row.Margin, row.DesignEffect, row.Warnings));
        Assert.Equal(2, estimate.Intake.LeftOut.Count(l => l.Reason == LeftOutReason.NobodyThere));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void PartsAddUpOnEveryRowOfAnySurvey(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var (frame, responses) = Draw(random);
            var estimate = Estimate(frame, responses);
            Assert.Equal(responses.Count, estimate.Intake.Counted.Count + estimate.Intake.LeftOut.Count);
            for (var s = 0; s < frame.Services.Count; s++)
            {
                AssertSums(estimate, s);
            }
        }
    }

    private static void AssertSums(SurveyEstimate estimate, int service)
    {
        var rows = estimate.Rows.Where(r => r.Service == service).ToList();
        var district = rows.Single(r => r.Level == AreaLevel.District);
        foreach (var level in new[] { AreaLevel.Subdistrict, AreaLevel.Community })
        {
            var parts = rows.Where(r => r.Level == level).ToList();
            Assert.Equal(
                (district.People, district.Answers, district.Common ?? 0, district.Individual ?? 0),
                (parts.Sum(r => r.People), parts.Sum(r => r.Answers), parts.Sum(r => r.Common ?? 0), parts.Sum(r => r.Individual ?? 0)));
        }

        Assert.All(estimate.Cells.Where(c => c.Service == service), c =>
        {
            Assert.InRange(c.Demand ?? 0, 0, c.People);
            Assert.True(c.Common is null or >= 0 && c.Individual is null or >= 0);
        });
        Assert.All(rows, r => Assert.All(
            new[] { r.Share, r.Margin, r.DesignEffect, r.LargestWeight }, v => Assert.True(v is null || double.IsFinite(v.Value))));
        Assert.All(rows.Where(r => r.DesignEffect is not null), r => Assert.True(r.DesignEffect > 1 - 1e-12));
    }

    private static (SurveyFrame Frame, List<SurveyResponse> Responses) Draw(Random random)
    {
        var communities = Enumerable.Range(0, random.Next(1, 6)).Select(c => new SurveyCommunity(
            $"c{c}", random.Next(2), [.. Enumerable.Range(0, 6).Select(_ => random.Next(3) == 0 ? 0L : random.Next(60))])).ToList();
        string?[] ages = ["age_0_3", "age_6_12", "age_60_79", "age_80_up", "all", null, "70", "130", "old", random.Next(2) == 0 ? "age_60_up" : "all"];
        var responses = Enumerable.Range(0, random.Next(60)).Select(i => new SurveyResponse(
            $"q{i:d3}", random.Next(20) == 0 ? null : $"c{random.Next(communities.Count + 1)}", random.Next(20) == 0 ? "?" : Services[random.Next(2)],
            ages[random.Next(ages.Length)], random.Next(12) == 0 ? 5 : random.Next(2), random.Next(3) == 0 ? "individual" : "common",
            random.Next(2) == 0 ? "online" : "offline", random.Next(2) == 0 ? null : $"p{random.Next(9)}")).ToList();
        return (new SurveyFrame(communities, 2, Services), responses);
    }

    private static DemandRow Row(SurveyEstimate estimate, string community) => estimate.Rows.Single(r =>
        r.Level == AreaLevel.Community && r.Service == 0 && estimate.Frame.Communities[r.Area].Code == community);
}
