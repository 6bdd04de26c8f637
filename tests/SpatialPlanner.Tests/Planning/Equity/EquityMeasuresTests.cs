using SpatialPlanner.Planning.Equity;

namespace SpatialPlanner.Tests.Planning.Equity;

/// <summary>Each measure worked out by hand, and where a paper or textbook prints an example, that.</summary>
public class EquityMeasuresTests
{
    /// <summary>One person a walk, all of one community, limit 10 minutes.</summary>
    private static WalkDistribution Walks(params double[] minutes) =>
        WalkDistribution.Of(minutes.Select(m => new Burden(1, m, 10, 0)));

    // |x - y| over the 25 ordered pairs of 1…5: 2 (4·1 + 3·2 + 2·3 + 1·4) = 40; 40 / (2 · 25 · 3) = 4/15.
    [Fact]
    public void GiniOfOneToFiveIsFourFifteenths() => Assert.Equal(4.0 / 15, GiniIndex.Of(Walks(1, 2, 3, 4, 5))!.Value, 15);

    // Gini 1912: with all in one hand of n, G = (n - 1) / n.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    public void GiniWhereOneWalksForAllIsOneLessItsShare(int people) => Assert.Equal(
        (people - 1.0) / people, GiniIndex.Of(Walks([.. new double[people - 1], 7]))!.Value, 15);

    // 1…10: the longest tenth is 10, the four shortest are 1 + 2 + 3 + 4 = 10.
    [Fact]
    public void PalmaOfOneToTenIsOne() => Assert.Equal(1, PalmaRatio.Of(Walks(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))!.Value, 15);

    // 6 people. A tenth is 0.6 of a person: 0.6 of the longest walk. Four tenths are 2.4: 2 + 4 and 0.4 of 6.
    [Fact]
    public void BuildingsOnABorderAreSplit()
    {
        var walks = WalkDistribution.Of([new(2, 12, 10, 0), new(1, 2, 10, 0), new(1, 4, 10, 0), new(2, 6, 10, 0)]);
        Assert.Equal(0.6 * 12 / (2 + 4 + (0.4 * 6)), PalmaRatio.Of(walks)!.Value, 15);
        Assert.Equal(12, WorstDecile.Of(walks)!.Value, 15);
    }

    // 30 people: the longest tenth is 3, of whom 1 walks 30 minutes and 2 of the 9 walk 18: (30 + 2 · 18) / 3 = 22.
    [Fact]
    public void TheWorstDecileTakesWhatIsMissingFromTheNextBuilding() => Assert.Equal(
        22, WorstDecile.Of(WalkDistribution.Of([new(9, 18, 10, 0), new(20, 5, 10, 0), new(1, 30, 10, 0)]))!.Value, 15);

    // Theil 1967: where one of n has all, T = ln n.
    [Fact]
    public void TheilWhereOneWalksForAllIsTheLogarithmOfTheirNumber() =>
        Assert.Equal(Math.Log(4), TheilIndex.Of(Walks(0, 0, 0, 9))!.Value.Total, 15);

    // A: two people, 1 and 3 minutes (mean 2). B: two people of 4. In all 12 minutes, mean 3.
    // between = 4/12 ln(2/3) + 8/12 ln(4/3); within = 4/12 (1/4 ln(1/2) + 3/4 ln(3/2)) + 8/12 · 0.
    // directly: (1/3 ln 1/3 + 3/3 ln 3/3 + 2 · 4/3 ln 4/3) / 4.
    [Fact]
    public void TheilIsItsPartBetweenAndItsPartWithin()
    {
        var walks = WalkDistribution.Of([new(1, 1, 10, 7), new(1, 3, 10, 7), new(2, 4, 10, 8)]);
        var theil = TheilIndex.Of(walks)!.Value;
        Assert.Equal((Math.Log(2.0 / 3) / 3) + (2 * Math.Log(4.0 / 3) / 3), theil.Between, 15);
        Assert.Equal(((Math.Log(0.5) / 4) + (3 * Math.Log(1.5) / 4)) / 3, theil.Within, 15);
        Assert.Equal(((Math.Log(1.0 / 3) / 3) + (8 * Math.Log(4.0 / 3) / 3)) / 4, theil.Total, 15);
    }

    // World Bank, Quantitative Techniques for Health Equity Analysis, Technical Note 7 (the note to O'Donnell et al. 2008,
    // chapter 8), table 1: births and deaths under five a thousand births in India 1982–92, poorest fifth first; C = -0.1694.
    // A community is a wealth group, its people the births, a walk the rate.
    [Fact]
    public void ConcentrationOfDeathsInIndiaIsThatOfTheWorldBanksNote()
    {
        long[] births = [29_939, 28_776, 26_528, 24_689, 19_739];
        double[] rates = [154.7, 152.9, 119.5, 86.9, 54.3];
        var walks = WalkDistribution.Of(births.Select((n, group) => new Burden(n, rates[group], 100, group)));
        Assert.Equal(-0.1694, ConcentrationIndex.Of(walks, group => group)!.Value, 4);
    }

    // Four people of communities 0, 1, 1, 2 walk 1, 2, 4, 5 minutes: ranks 1/8, 1/2, 1/2, 7/8, mean walk 3, mean rank 1/2.
    // cov = (1 · 1/8 + 6 · 1/2 + 5 · 7/8) / 4 - 3/2 = 3/8; C = 2 · 3/8 / 3 = 1/4. Who of a tie comes first does not matter.
    [Theory]
    [InlineData(2, 4)]
    [InlineData(4, 2)]
    public void TiesShareTheMeanRank(double one, double other)
    {
        var walks = WalkDistribution.Of([new(1, 1, 10, 0), new(1, one, 10, 1), new(1, other, 10, 1), new(1, 5, 10, 2)]);
        Assert.Equal(0.25, ConcentrationIndex.Of(walks, c => c)!.Value, 15);
        Assert.Equal(-0.25, ConcentrationIndex.Of(walks, c => -c)!.Value, 15);
    }

    // Haughton and Khandker 2009, Handbook on Poverty and Inequality, World Bank, pp. 70 and 72: line 125, country C with
    // 100, 110, 150, 160: P0 = 1/2, P1 = 0.08, P2 = 0.0136. Theirs fall short of the line by 25 and 15; these walks
    // exceed it by as much (150 and 140), and the others stay below.
    [Fact]
    public void FgtIsThatOfTheHandbooksCountryTurnedRound()
    {
        var walks = WalkDistribution.Of(new double[] { 150, 140, 100, 90 }.Select(m => new Burden(1, m, 125, 0)));
        Assert.Equal(0.5, FgtIndex.Of(walks, 0));
        Assert.Equal(0.08, FgtIndex.Of(walks, 1)!.Value, 15);
        Assert.Equal(0.0136, FgtIndex.Of(walks, 2)!.Value, 15);
    }

    [Fact]
    public void AWalkOfExactlyTheLimitIsWithinIt() => Assert.Equal(0, FgtIndex.Of(Walks(10, 10, 3), 0));

    // 2, 4, 6, 8 of one person each: 20 in all. A half of the people walk 6, three quarters 12; a twentieth 0.2 · 2.
    [Fact]
    public void TheLorenzCurveIsWhatThoseWithTheShortestWalksWalk()
    {
        var curve = LorenzCurve.Of(Walks(8, 2, 6, 4))!;
        Assert.Equal(LorenzCurve.Points, curve.Count);
        Assert.Equal([0.02, 0.3, 0.6, 1], new[] { curve[0], curve[9], curve[14], curve[19] }.Select(v => Math.Round(v, 15)));
    }

    [Fact]
    public void NobodyHasNoFigures()
    {
        var none = EquityMeasures.Of(WalkDistribution.Of([new(0, 5, 10, 0)]), c => c);
        Assert.Equal(
            new EquityMeasures(0, 0, null, null, null, null, null, null, null, null, null, null, EquityMeasures.NoPeople), none);
    }

    [Fact]
    public void OneBuildingIsEqualAndHasNoRanking()
    {
        var one = EquityMeasures.Of(WalkDistribution.Of([new(7, 20, 10, 3)]), c => c);
        Assert.Equal((7, 20, 20), (one.People, one.MeanMinutes!.Value, Math.Round(one.WorstDecileMinutes!.Value, 12)));
        Assert.Equal((0, 0, 0.25), (one.Gini!.Value, one.Theil!.Value.Total, Math.Round(one.Palma!.Value, 12)));
        Assert.Equal((1, 1, 1), (one.Fgt0!.Value, one.Fgt1!.Value, one.Fgt2!.Value));
        Assert.Equal((null, EquityMeasures.NoRanking), (one.Concentration, one.Reason));
    }

    [Fact]
    public void WhereNobodyWalksAllAreEqualAndNothingIsDividedByNothing()
    {
        var still = EquityMeasures.Of(WalkDistribution.Of([new(3, 0, 10, 0), new(2, 0, 10, 1)]), c => c);
        Assert.Equal((0, 0, 0, 0), (still.Gini!.Value, still.Theil!.Value.Total, still.Concentration!.Value, still.MeanMinutes!.Value));
        Assert.Null(still.Palma);
        Assert.Null(still.Lorenz);
        Assert.Equal(EquityMeasures.NoWalk, still.Reason);
    }

    [Fact]
    public void WhereNobodyReachesAnythingOnlyTheShareOverTheLimitIsAFigure()
    {
        var cut = EquityMeasures.Of(WalkDistribution.Of([new(3, 30, 10, 0, IsReached: false)]), c => c);
        Assert.Equal((3, 1, null, EquityMeasures.NobodyReached), (cut.UnreachedPeople, cut.Fgt0!.Value, cut.Gini, cut.Reason));
    }

    [Theory]
    [InlineData(double.NaN, 10)]
    [InlineData(double.PositiveInfinity, 10)]
    [InlineData(-1, 10)]
    [InlineData(5, 0)]
    public void AWalkThatIsNoNumberIsRefused(double minutes, double limit) =>
        Assert.Throws<ArgumentException>(() => WalkDistribution.Of([new(1, minutes, limit, 0)]));
}
