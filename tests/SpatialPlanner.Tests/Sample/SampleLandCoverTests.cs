using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Tests.Sample.SampleFixture;

namespace SpatialPlanner.Tests.Sample;

public sealed class SampleLandCoverTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private static readonly LayerSchema Cover = WorkspaceLayers.LandCover;

    [Fact]
    public void NothingStandsOnTheWaterOrInAPark()
    {
        var tree = new STRtree<Geometry>();
        foreach (var row in sample.Rows(WorkspaceLayers.Buildings))
        {
            tree.Insert(row.Geometry!.EnvelopeInternal, row.Geometry);
        }

        Assert.All(
            sample.Rows(Cover),
            r => Assert.DoesNotContain(tree.Query(r.Geometry!.EnvelopeInternal), b => b.Intersects(r.Geometry)));
    }

    [Fact]
    public void OnlyBridgesAndFootbridgesCrossTheMoat()
    {
        var edges = WorkspaceLayers.WalkEdges;
        var moat = sample.Rows(Cover).Single(r => Text(Cover, r, "kind") == "water").Geometry!;
        var crossing = sample.Rows(edges).Where(r => r.Geometry!.Intersects(moat)).ToList();
        Assert.NotEmpty(crossing);
        Assert.All(crossing, r => Assert.True(Flag(edges, r, "bridge")));
    }

    [Fact]
    public void TheIsletIsAHoleInTheMoat() =>
        Assert.Equal(1, sample.Rows(Cover).Select(r => ((Polygon)r.Geometry!).NumInteriorRings).Sum());

    [Fact]
    public void AParkHasTheNameOfItsFacility()
    {
        var facilities = WorkspaceLayers.Facilities;
        var parks = sample.Rows(Cover).Where(r => Text(Cover, r, "kind") == "park").ToList();
        Assert.InRange(parks.Count, 20, 40);
        Assert.All(parks, park => Assert.Contains(
            sample.Rows(facilities),
            f => Text(facilities, f, "name") == Text(Cover, park, "name") && park.Geometry!.Contains(f.Geometry)));
    }
}
