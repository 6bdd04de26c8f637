using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Tests.Planning.Pilots;

public class PilotTests
{
    // Four communities: idle m², wishes, cost. The lengths of the columns are whole: √(2² + 4² + 4² + 8²) = 10,
    // √(1² + 1² + 7² + 7²) = 10, √(5² + 5² + 5² + 5²) = 10.
    private static readonly double[][] Four = [[2, 1, 5], [4, 7, 5], [4, 1, 5], [8, 7, 5]];
    private static readonly bool[] MoreMoreLess = [true, true, false];

    [Fact]
    public void TopsisIsThatOfAHandWorkedExample()
    {
        // Weights 0.5, 0.3, 0.2. Weighted columns: 0.10 0.20 0.20 0.40; 0.03 0.21 0.03 0.21; 0.10 each.
        // Best 0.40, 0.21, 0.10; worst 0.10, 0.03, 0.10.
        // 1: D+ = √(0.30² + 0.18²), D- = 0, closeness 0.
        // 2: D+ = 0.20, D- = √(0.10² + 0.18²) = 0.205913, closeness 0.205913 / 0.405913 = 0.507283.
        // 3: D+ = √(0.20² + 0.18²) = 0.269072, D- = 0.10, closeness 0.10 / 0.369072 = 0.270949.
        // 4: D+ = 0, closeness 1.
        var scores = Topsis.Scores(Four, MoreMoreLess, [0.5, 0.3, 0.2]);
        Assert.Equal([0, 0.507283, 0.270949, 1], scores.Select(s => Math.Round(s, 6)));
    }

    [Fact]
    public void TheWeightedSumIsThatOfAHandWorkedExample()
    {
        // Stretched: idle (x - 2) / 6: 0, 1/3, 1/3, 1; wishes (x - 1) / 6: 0, 1, 0, 1; cost tells nobody apart: 0.
        // 0.5 and 0.3: 0; 0.166667 + 0.3; 0.166667; 0.8.
        var scores = WeightedSum.Scores(Four, MoreMoreLess, [0.5, 0.3, 0.2]);
        Assert.Equal([0, 0.466667, 0.166667, 0.8], scores.Select(s => Math.Round(s, 6)));
    }

    [Fact]
    public void LessIsBetterForACost()
    {
        double[][] prices = [[3], [4]];
        Assert.Equal([1, 0], WeightedSum.Scores(prices, [false], [1]));
        Assert.Equal([1, 0], Topsis.Scores(prices, [false], [1]));
    }

    [Fact]
    public void WhereAllAreAlikeNobodyIsBetterAndTheLowerCodeGoesFirst()
    {
        double[][] alike = [[1, 0], [1, 0], [1, 0]];
        Assert.Equal([0.5, 0.5, 0.5], Topsis.Scores(alike, [true, true], [1, 1]));
        Assert.Equal([0, 1, 2], PilotRanking.Of(alike, [true, true], [1, 1]).Order);
    }

    [Fact]
    public void WeightsCountByTheirProportionsAndUnitsDoNotCount()
    {
        var one = PilotRanking.Of(Four, MoreMoreLess, [0.5, 0.3, 0.2]);
        var other = PilotRanking.Of([.. Four.Select(v => new[] { v[0] * 10000, v[1] / 8, v[2] })], MoreMoreLess, [50, 30, 20]);
        Assert.Equal(one.Topsis.Select(s => Math.Round(s, 9)), other.Topsis.Select(s => Math.Round(s, 9)));
        Assert.Equal(one.Order, other.Order);
    }

    [Fact]
    public void VeryLargeAndVerySmallValuesAreNumbersToo() => Assert.All(
        new[] { 1e-300, 1e300 }, unit => Assert.All(
            Topsis.Scores([[unit], [2 * unit], [3 * unit]], [true], [1]), s => Assert.InRange(s, 0, 1)));

    [Theory]
    [InlineData(0, null, "0 1 2")]
    [InlineData(1, null, "0 1 4")]
    [InlineData(0, 2, "0 1 3")]
    [InlineData(0, 1, "0 3 4")]
    public void TheSpreadIsKept(int least, int? most, string chosen)
    {
        // 0, 1 and 2 are of the first subdistrict, 3 of the second, 4 of the third: see below for the least number.
        int[] of = least == 1 ? [0, 0, 0, 0, 1] : [0, 0, 0, 1, 2];
        Assert.Equal(chosen, string.Join(' ', PilotChoice.Choose([0, 1, 2, 3, 4], of, new(3, [1], least, most))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void NoChoiceWithinTheBoundsHasBetterPlaces(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            int[] of = [.. Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(3))];
            int[] sizes = [.. of.GroupBy(s => s).OrderBy(g => g.Key).Select(g => g.Count())];
            int[] dense = [.. of.Select(s => of.Distinct().Order().ToList().IndexOf(s))];
            var question = new PilotQuestion(random.Next(1, of.Length + 1), [1], random.Next(0, 2), random.Next(2) == 0 ? null : random.Next(1, 4));
            int[][] all =
            [
                .. Enumerable.Range(0, 1 << of.Length).Select(set => Enumerable.Range(0, of.Length).Where(a => (set >> a & 1) != 0).ToArray())
                    .Where(set => set.Length == question.Count && Keeps(set)),
            ];
            Assert.Equal(all.Length > 0, question.Contradiction(sizes) is null);
            if (all.Length > 0)
            {
                var chosen = PilotChoice.Choose([.. Enumerable.Range(0, of.Length)], dense, question);
                Assert.True(Keeps([.. chosen]));
                Assert.Equal(all.Min(set => set.Sum()), chosen.Sum());
            }

            bool Keeps(int[] set) => sizes.Index().All(s => set.Count(a => dense[a] == s.Index) is var count
                && count >= question.LeastPerSubdistrict && count <= (question.MostPerSubdistrict ?? int.MaxValue));
        }
    }

    [Theory]
    [InlineData(0, 0, null, "count")]
    [InlineData(11, 0, null, "count")]
    [InlineData(2, 1, null, "per_subdistrict_min")]
    [InlineData(9, 4, null, "per_subdistrict_min")]
    [InlineData(6, 3, 2, "per_subdistrict_min")]
    [InlineData(5, 0, 1, "per_subdistrict_max")]
    [InlineData(5, 0, 0, "per_subdistrict_max")]
    [InlineData(5, -1, null, "per_subdistrict_min")]
    public void WhatContradictsItselfIsToldBySentence(int count, int least, int? most, string field)
    {
        var wrong = new PilotQuestion(count, [1], least, most).Contradiction([3, 3, 4])!.Value;
        Assert.Equal(field, wrong.Field);
        Assert.NotEmpty(wrong.What.Zh);
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(0, 0)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(double.MaxValue, double.MaxValue)]
    public void WeightsThatAreNoneAreToldToo(double one, double other) =>
        Assert.Equal("weights", new PilotQuestion(1, [one, other]).Contradiction([3])!.Value.Field);

    [Fact]
    public void RankCorrelationsAreThoseOfAHandWorkedExample()
    {
        // Ranks 1 2 3 4 5 against 2 1 4 3 5: d² = 1 + 1 + 1 + 1 + 0 = 4, ρ = 1 - 24 / 120 = 0.8; 8 of 10 pairs agree, τ = (8 - 2) / 10.
        int[] one = [1, 2, 3, 4, 5], other = [2, 1, 4, 3, 5];
        Assert.Equal((0.8, 0.6), (RankCorrelation.Spearman(one, other)!.Value, RankCorrelation.Kendall(one, other)!.Value));
        Assert.Equal((null, null), (RankCorrelation.Spearman([1], [1]), RankCorrelation.Kendall([1], [1])));
    }

    [Fact]
    public void TheSmallestChangeOfAWeightThatChangesTheChoiceIsFound()
    {
        // Two communities, (1, 0) and (0, 1), weights 0.6 and 0.4: the first is chosen until the second weight is larger, beyond 0.5.
        // At exactly 0.5 both are alike and the lower code goes first.
        var answer = Find([[1, 0], [0, 1]], [0.6, 0.4], 1);
        Assert.Equal([0], answer.Chosen);
        Assert.Equal(0.5, answer.Tippings[0].Down!.Value, 3);
        Assert.Null(answer.Tippings[0].Up);
        Assert.Equal(0.5, answer.Tippings[1].Up!.Value, 3);
        Assert.Equal(0.1, answer.Tippings[1].Change!.Value, 3);
        Assert.Equal([0], answer.Tippings[0].Leaves);
        Assert.Equal([1], answer.Tippings[0].Enters);
    }

    [Fact]
    public void AChoiceThatNoWeightCanChangeIsSaidToBeFirm()
    {
        var answer = Find([[1, 1], [0, 0]], [0.6, 0.4], 1);
        Assert.All(answer.Tippings, t => Assert.Null(t.Change));
        Assert.Equal([1, 0], answer.ChosenShare);
        Assert.Equal([(1, 1), (2, 2)], answer.RankRange);
    }

    [Fact]
    public void TheSameSeedGivesTheSameSharesAndTheyAddUpToTheNumberOfPilots()
    {
        var random = new Random(5);
        double[][] values = [.. Enumerable.Range(0, 30).Select(_ => new[] { random.NextDouble(), random.NextDouble(), random.NextDouble() })];
        var (one, other) = (Find(values, [1, 1, 1], 7), Find(values, [1, 1, 1], 7));
        Assert.Equal(one.ChosenShare, other.ChosenShare);
        Assert.Equal(7, one.ChosenShare.Sum(), 9);
        Assert.All(one.RankRange.Index(), r => Assert.InRange(Array.IndexOf(one.Ranking.Order, r.Index) + 1, r.Item.Best, r.Item.Worst + 5));
    }

    [Fact]
    public void WhatIsNotKnownCountsAsTheWorst()
    {
        PilotCandidate[] candidates = [new("a", 0, [null]), new("b", 0, [2]), new("c", 0, [3])];
        var answer = PilotAnswer.Find(candidates, [Criterion(0)], new(1, [1]));
        Assert.Equal([2, 2, 3], answer.Values.Select(v => v[0]));
        Assert.Equal([2], answer.Chosen);
    }

    private static PilotAnswer Find(double[][] values, double[] weights, int count) => PilotAnswer.Find(
        [.. values.Select((v, i) => new PilotCandidate($"{i:d3}", 0, [.. v.Select(x => (double?)x)]))],
        [.. weights.Select((_, k) => Criterion(k))], new(count, weights));

    private static PilotCriterion Criterion(int k) => new($"k{k}", new("", ""), new("", ""), true, 1);
}
