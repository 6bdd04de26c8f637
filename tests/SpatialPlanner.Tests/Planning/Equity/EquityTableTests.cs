using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Equity;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning.Equity;

public class EquityTableTests
{
    private static readonly WalkerProfile Planning = Pack.Default.FindProfile("planning")!;
    private static readonly WalkerProfile Old = Pack.Default.FindProfile("senior_80")!;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 40)];

    private static ServiceRule Rule(int seed) => Pack.Default.Services[seed % Pack.Default.Services.Count];

    /// <summary>A town by lot with walks for each walker, its equity and its gap table.</summary>
    private static (District District, IReadOnlyList<EquityRow> Equity, IReadOnlyList<GapRow> Gaps) Draw(int seed)
    {
        var random = new Random(seed);
        var district = WalkedTown.Of([.. Enumerable.Range(0, random.Next(1, 60)).Select(_ => (0.0, 0.0, random.Next(4), WalkedTown.People(random)))]);
        var walks = Pack.Default.Profiles.ToDictionary(p => p, _ => WalkedTown.Walks(random, district.Buildings.Count));
        var (rule, isAsked) = (Rule(seed), seed % 5 == 0);
        var limit = rule.Limit.Metres is { } m ? CoverageLimit.OfMetres(m) : CoverageLimit.OfMinutes(rule.Limit.Minutes!.Value);
        var groups = GroupPart.Of(Pack.Default, rule, Pack.Default.FindProfile(rule.Profile)!, isAsked);
        return (district,
            EquityTable.Make(district, rule.Code, groups, w => walks[w], limit, VulnerableShares.Of(district)),
            GapTable.Make(district, rule.Code, groups, w => walks[w], limit));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheShareOverTheLimitIsTheGapTablesExactly(int seed)
    {
        var (_, equity, gaps) = Draw(seed);
        Assert.Equal(DemandGroups.All.Count * 3, equity.Count);
        foreach (var row in equity)
        {
            var gap = gaps.Single(g => g.Area == row.Area && g.Group == row.Group && g.Denominator == Denominator.People);
            Assert.Equal(gap.Total, row.Measures.People);
            Assert.Equal(gap.Total == 0 ? null : (double)gap.Uncovered / gap.Total, row.Measures.Fgt0);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void SubdistrictsMakeUpTheDistrictAndNoFigureIsNoNumber(int seed)
    {
        var (_, equity, _) = Draw(seed);
        foreach (var rows in equity.GroupBy(r => r.Group))
        {
            var (whole, parts) = (rows.Single(r => r.Level == AreaLevel.District), rows.Where(r => r.Level == AreaLevel.Subdistrict));
            Assert.Equal(whole.Measures.People, parts.Sum(p => p.Measures.People));
            Assert.Equal(whole.Measures.UnreachedPeople, parts.Sum(p => p.Measures.UnreachedPeople));
            Assert.All(parts, p => Assert.Equal(whole.CapMinutes, p.CapMinutes));
        }

        Assert.All(equity, r =>
        {
            var m = r.Measures;
            double?[] figures =
            [
                r.CapMinutes, m.MeanMinutes, m.WorstDecileMinutes, m.Gini, m.Palma, m.Theil?.Between, m.Theil?.Within,
                m.Concentration, m.Fgt0, m.Fgt1, m.Fgt2,
            ];
            Assert.All(figures, f => Assert.True(f is null || double.IsFinite(f.Value)));
            Assert.Equal(figures.Contains(null), m.Reason is not null);
            Assert.True(m.WorstDecileMinutes is null || m.WorstDecileMinutes <= r.CapMinutes + 1e-9);
        });
    }

    // Limit 5 minutes. One home walks 4 minutes, one reaches nothing: it stands at 3 limits = 15 minutes.
    // With a third home that walks 40 minutes the one that reaches nothing stands there too.
    [Theory]
    [InlineData(new[] { 240_000, WalkCosts.Unreached }, 15)]
    [InlineData(new[] { 240_000, WalkCosts.Unreached, 2_400_000 }, 40)]
    public void WhoReachesNothingStandsAtTheCap(int[] costMm, double cap)
    {
        var row = One(costMm, CoverageLimit.OfMinutes(5), [new GroupPart(0, Planning)]);
        Assert.Equal((cap, 10), (row.CapMinutes, row.Measures.UnreachedPeople));
        Assert.Equal(cap, row.Measures.WorstDecileMinutes!.Value, 12);
        Assert.Equal(costMm.Average(c => c == WalkCosts.Unreached ? cap : c / 60_000.0), row.Measures.MeanMinutes!.Value, 12);
    }

    // 300 m are 5 minutes at 1 m/s and 6 2/3 at 0.75 m/s. Ten people walk 450 m in each home: one part 7.5 minutes and
    // the other 10, each half a limit over.
    [Fact]
    public void EachPartOfAGroupWalksAtItsOwnPaceAgainstTheSameMetres()
    {
        var row = One([450_000], CoverageLimit.OfMetres(300), [new GroupPart(0, Planning), new GroupPart(0, Old)]);
        Assert.Equal((20, 8.75, 20), (row.Measures.People, Math.Round(row.Measures.MeanMinutes!.Value, 12), Math.Round(row.CapMinutes, 12)));
        Assert.Equal((1, 0.5, 0.25), (row.Measures.Fgt0!.Value, Math.Round(row.Measures.Fgt1!.Value, 12), Math.Round(row.Measures.Fgt2!.Value, 12)));
    }

    // 3 of 10 and 6 of 20 people are young or old: communities of the same share, though of other sizes; c3 has nobody.
    [Fact]
    public void TheVulnerableShareIsThatOfTheOldAndTheYoung()
    {
        var district = WalkedTown.Of([(0, 0, 0, [10, 1, 0, 0, 2, 1, 1]), (0, 0, 1, [20, 0, 1, 1, 4, 3, 1]), (0, 0, 2, new int[7])]);
        Assert.Equal([0, 0, 0, 0.3, 0.3, 0, 0], VulnerableShares.Of(district));
    }

    private static EquityRow One(int[] costMm, CoverageLimit limit, IReadOnlyList<GroupPart> parts)
    {
        var district = WalkedTown.Of([.. costMm.Select(_ => (0.0, 0.0, 0, new[] { 10, 0, 0, 0, 0, 0, 0 }))]);
        return EquityTable.Make(
            district, "meals", [parts], _ => new NearestFacility(costMm, new int[costMm.Length]), limit, new double[7])[0];
    }
}
