using SpatialPlanner.Planning.Equity;

namespace SpatialPlanner.Tests.Planning.Equity;

/// <summary>What holds of every distribution, with walks drawn by lot, and the measures by their definitions, pair by pair.</summary>
public class EquityPropertyTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 60)];

    private static Burden[] Draw(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, random.Next(1, 40)).Select(_ => new Burden(
                random.Next(0, 30), random.Next(4) == 0 ? random.Next(5) : random.NextDouble() * 40, 10, random.Next(5),
                random.Next(9) > 0)),
            new Burden(1, 1 + random.NextDouble(), 10, 0),
        ];
    }

    private static double[] Measures(IEnumerable<Burden> burdens)
    {
        var walks = WalkDistribution.Of(burdens);
        var m = EquityMeasures.Of(walks, c => c % 3);
        return
        [
            m.Gini!.Value, m.Palma ?? -1, m.Theil!.Value.Between, m.Theil.Value.Within, m.Concentration ?? -9, .. m.Lorenz!,
        ];
    }

    private static void AssertClose(double[] expected, double[] actual) =>
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First, pair.Second, 9));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheMeasuresAreWhatTheirDefinitionsSayPersonByPerson(int seed)
    {
        var burdens = Draw(seed);
        var people = burdens.SelectMany(b => Enumerable.Repeat(b, (int)b.People)).OrderBy(b => b.Minutes).ToList();
        var (n, mean) = (people.Count, people.Average(b => b.Minutes));
        var m = EquityMeasures.Of(WalkDistribution.Of(burdens), c => c % 3);
        Assert.Equal(
            people.Sum(a => people.Sum(b => Math.Abs(a.Minutes - b.Minutes))) / (2.0 * n * n * mean), m.Gini!.Value, 9);
        Assert.Equal(
            people.Average(b => b.Minutes == 0 ? 0 : b.Minutes / mean * Math.Log(b.Minutes / mean)), m.Theil!.Value.Total, 9);
        double Rank(Burden b) =>
            (people.Count(o => o.Community % 3 < b.Community % 3) + (people.Count(o => o.Community % 3 == b.Community % 3) / 2.0)) / n;
        var (ranks, meanRank) = (people.Select(Rank).ToList(), people.Average(Rank));
        if (m.Concentration is { } c)
        {
            Assert.Equal(2 * people.Zip(ranks, (b, r) => (b.Minutes - mean) * (r - meanRank)).Average() / mean, c, 9);

            // The convenient regression: the slope of 2 var(r) x/mean on r by least squares.
            var variance = ranks.Average(r => (r - meanRank) * (r - meanRank));
            var y = people.Select(b => 2 * variance * b.Minutes / mean).ToList();
            Assert.Equal(y.Zip(ranks, (v, r) => (v - y.Average()) * (r - meanRank)).Average() / variance, c, 9);
        }

        // A tenth, person by person with each cut into ten.
        var cut = people.SelectMany(b => Enumerable.Repeat(b.Minutes, 10)).ToList();
        Assert.Equal(cut.TakeLast(n).Average(), m.WorstDecileMinutes!.Value, 9);
        Assert.Equal(m.Palma is null ? 0 : cut.TakeLast(n).Sum() / m.Palma.Value, cut.Take(4 * n).Sum(), 6);
        Assert.Equal((double)people.Count(b => b.Minutes > 10) / n, m.Fgt0!.Value, 12);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void FeetOrMetresChangeNothing(int seed) =>
        AssertClose(Measures(Draw(seed)), Measures(Draw(seed).Select(b => b with { Minutes = b.Minutes * 3.28 })));

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheSamePeopleThreeTimesAreTheSame(int seed)
    {
        AssertClose(Measures(Draw(seed)), Measures(Draw(seed).Select(b => b with { People = 3 * b.People })));
        AssertClose(Measures(Draw(seed)), Measures([.. Draw(seed), .. Draw(seed), .. Draw(seed)]));
    }

    // Pigou and Dalton: a minute from one who walks far to one who walks little, without changing places, never raises
    // inequality; and lowers Gini and Theil.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void AMinuteTakenFromTheFarthestAndGivenToTheNearestMakesThemMoreEqual(int seed)
    {
        Burden[] burdens = [.. Draw(seed), new(1, 50, 10, 1), new(1, 0.5, 10, 1)];
        Burden[] after = [.. burdens[..^2], new(1, 49, 10, 1), new(1, 1.5, 10, 1)];
        var (b, a) = (WalkDistribution.Of(burdens), WalkDistribution.Of(after));
        Assert.True(GiniIndex.Of(a) < GiniIndex.Of(b));
        Assert.True(TheilIndex.Of(a)!.Value.Total < TheilIndex.Of(b)!.Value.Total);
        Assert.True(!(PalmaRatio.Of(a) > PalmaRatio.Of(b) + 1e-12));
        Assert.True(WorstDecile.Of(a) <= WorstDecile.Of(b) + 1e-12);
        Assert.True(FgtIndex.Of(a, 2) < FgtIndex.Of(b, 2));
        Assert.All(LorenzCurve.Of(a)!.Zip(LorenzCurve.Of(b)!), pair => Assert.True(pair.First >= pair.Second - 1e-12));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void EveryMeasureStaysWithinItsBounds(int seed)
    {
        var walks = WalkDistribution.Of(Draw(seed));
        var m = EquityMeasures.Of(walks, c => c % 3);
        Assert.InRange(m.Gini!.Value, 0, 1 - (1.0 / walks.People) + 1e-12);
        Assert.InRange(m.Theil!.Value.Total, -1e-12, Math.Log(walks.People) + 1e-12);
        Assert.InRange(m.Theil.Value.Between, -1e-12, m.Theil.Value.Total + 1e-12);
        Assert.True(!(m.Palma < 0.25 - 1e-12));
        Assert.True(Math.Abs(m.Concentration ?? 0) <= m.Gini.Value + 1e-12);
        Assert.True(m.WorstDecileMinutes >= m.MeanMinutes - 1e-12);
        Assert.InRange(m.Fgt0!.Value, 0, 1);
        Assert.True(m.Fgt1 >= 0 && m.Fgt2 >= 0);
        var curve = m.Lorenz!;
        Assert.Equal(1, curve[^1]);
        Assert.All(curve.Select((v, i) => (v, i)), p => Assert.True(p.v <= ((p.i + 1) / 20.0) + 1e-12));
    }

    // Foster, Greer and Thorbecke 1984: the measure of all is that of the parts weighted by their people.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void FgtOfAllIsThatOfTheCommunitiesByTheirPeople(int seed)
    {
        var burdens = Draw(seed);
        var n = (double)burdens.Sum(b => b.People);
        foreach (var alpha in new[] { 0, 1, 2 })
        {
            var parts = burdens.GroupBy(b => b.Community).Select(WalkDistribution.Of).Where(w => w.People > 0);
            Assert.Equal(parts.Sum(w => w.People / n * FgtIndex.Of(w, alpha)!.Value), FgtIndex.Of(WalkDistribution.Of(burdens), alpha)!.Value, 9);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void WhereAllWalkAlikeNothingIsUnequal(int seed)
    {
        var m = Measures(Draw(seed).Select(b => b with { Minutes = 12.3 }));
        Assert.Equal([0, 0.25, 0, 0], m[..4].Select(v => Math.Round(v, 12) + 0.0));
        Assert.True(m[4] == -9 || Math.Abs(m[4]) < 1e-12);
        Assert.All(m[5..].Select((v, i) => (v, i)), p => Assert.Equal((p.i + 1) / 20.0, p.v, 12));
    }
}
