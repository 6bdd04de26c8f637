using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Locate;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli.Locate;

/// <summary>A town of five homes along one street with a canteen at its west end, and two idle spaces.</summary>
public sealed class WorkspaceCostsTests
{
    private static LocateTable Table()
    {
        var loaded = new PlannedTown().With(WorkspaceLayers.IdleSpaces, Space("P", 700, 0), Space("Q", 100, 200)).Load();
        var (table, limit) = WorkspaceCosts.Of(loaded, loaded.Pack.IndexOfService("meals"), null, null, CancellationToken.None);
        Assert.True(limit > 0);
        return LocateInput.Of(table, null, null, CancellationToken.None).Table;
    }

    private static LayerRow Space(string id, double east, double north) => Rows.Of(
        WorkspaceLayers.IdleSpaces, new Point(PlannedTown.At(east, north)), ("id", id), ("floor_area_m2", 300.0), ("storey", 1L));

    [Theory]
    [InlineData("b3", "P", 100)]
    [InlineData("b1", "P", 600)]
    [InlineData("c", "P", 1500)]
    [InlineData("c", "Q", 100)]
    [InlineData("b2", "F1", 300)]
    public void CostsAreMetresOnFoot(string building, string site, double metres)
    {
        var table = Table();
        var (d, s) = (table.Demand.ToList().IndexOf(building), table.Sites.ToList().IndexOf(site));
        var k = Array.IndexOf(table.Site, s, table.First[d], table.First[d + 1] - table.First[d]);
        Assert.Equal(metres, table.Cost[k] / (double)table.CostScale, 0.1);
    }

    [Fact]
    public void TheCanteenServesAndTheBetterSpaceIsChosen()
    {
        // Within 301 m the canteen serves b1 and b2, P would serve b3 and b4, and Q c.
        var table = Table();
        var question = new LocateQuestion { Problem = LocateProblem.Mclp, Sites = 1, Limit = 301 };
        var answer = Locator.Find(table, question);
        decimal Weight(params string[] homes) => homes.Sum(h => table.Weight[table.Demand.ToList().IndexOf(h)]) / (decimal)table.WeightScale;
        Assert.Equal(SitingStatus.Optimal, answer.Status);
        Assert.Equal(Weight("b1", "b2") + Math.Max(Weight("b3", "b4"), Weight("c")), answer.Objective);
        Assert.Equal(Weight("b3", "b4") > Weight("c") ? "P" : "Q", table.Sites[Assert.Single(answer.Sites)]);
        Assert.Equal(Weight("b1", "b2", "b3", "b4", "c"), Locator.Find(table, question with { Sites = 2 }).Objective);
    }
}
