using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Sensitivity;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Planning;

/// <summary>How far the assumptions are moved, and that a faster walker gets farther on streets with waits, slopes and steps.</summary>
public sealed class SensitivitySettingsTests
{
    private static readonly SensitivitySettings Settings = SensitivitySettings.Default;

    [Fact]
    public void SpeedAndLimitMoveByTenPerCentAndAMinute()
    {
        var walker = Walker(850);
        Assert.Equal(765, Settings.Pace(walker, false).SpeedMmPerS);
        Assert.Equal(935, Settings.Pace(walker, true).SpeedMmPerS);
        Assert.Equal(CoverageLimit.OfMinutes(4), Settings.Limit(CoverageLimit.OfMinutes(5), walker, false));
        Assert.Equal(CoverageLimit.OfMinutes(6), Settings.Limit(CoverageLimit.OfMinutes(5), walker, true));

        // A minute at 0.85 m/s is 51 m.
        Assert.Equal(CoverageLimit.OfMetres(249), Settings.Limit(CoverageLimit.OfMetres(300), walker, false));
        Assert.Equal(CoverageLimit.OfMetres(351), Settings.Limit(CoverageLimit.OfMetres(300), walker, true));
        Assert.Equal(CoverageLimit.OfMetres(0), Settings.Limit(CoverageLimit.OfMetres(20), walker, false));
        Assert.Equal(1, Settings.Pace(Walker(1), false).SpeedMmPerS);
    }

    [Fact]
    public void AFasterWalkerReachesAllThatASlowerOneReaches()
    {
        var limit = CoverageLimit.OfMinutes(3);
        for (var seed = 0; seed < 150; seed++)
        {
            var d = new RandomDistrict(seed).District;
            bool[] Covered(WalkerPace pace) => Array.ConvertAll(
                NearestFacility.Find(
                    d.Network, d.Network.TimeCosts(pace).Reversed, d.FacilityLinks, d.Facilities.OpenWith(0), d.BuildingLinks,
                    limit.CostMm(pace.SpeedMmPerS), new(d.Network)).CostMm, c => c != WalkCosts.Unreached);
            var (slow, own, fast) = (
                Covered(Settings.Pace(Walker(1000), false)), Covered(Walker(1000).Pace), Covered(Settings.Pace(Walker(1000), true)));
            Assert.All(Enumerable.Range(0, own.Length), b => Assert.True((!slow[b] || own[b]) && (!own[b] || fast[b])));
        }
    }

    private static WalkerProfile Walker(int speedMmPerS) =>
        new("w", new("步行者", "Walker"), speedMmPerS, new("测试", "test"), 0.5, new("测试", "test"));
}
