using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Operation.Valid;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Tests.Sample.SampleFixture;

namespace SpatialPlanner.Tests.Sample;

public sealed class SampleGeometryTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private static readonly double SquareMetresPerSquareDegree =
        Geodesy.SegmentMetres(108.945, 34.25, 108.955, 34.25) * 100
        * Geodesy.SegmentMetres(108.95, 34.245, 108.95, 34.255) * 100;

    [Fact]
    public void EveryPolygonIsValid()
    {
        Assert.All(
            sample.Batch.Layers.Values.SelectMany(l => l).Where(r => r.Geometry is Polygon or MultiPolygon),
            r => Assert.Null(new IsValidOp(r.Geometry).ValidationError));
    }

    [Fact]
    public void CommunitiesTileTheDistrictWithoutGapOrOverlap()
    {
        var communities = Boundaries("community");
        var sum = communities.Sum(g => g.Area);
        var union = UnaryUnionOp.Union(communities);
        var district = Boundaries("district").Single();
        Assert.Equal(1, union.Area / sum, 12);
        Assert.Equal(1, district.Area / sum, 12);
        Assert.Equal(0, ((Polygon)district).NumInteriorRings);
        Assert.InRange(sum * SquareMetresPerSquareDegree / 1e6, 23.65 * 0.995, 23.65 * 1.005);
        Assert.Equal(1, Boundaries("subdistrict").Sum(g => g.Area) / sum, 12);
    }

    [Fact]
    public void EveryBuildingLiesInItsCompoundAndItsCommunity()
    {
        var (b, c, d) = (WorkspaceLayers.Buildings, WorkspaceLayers.Compounds, WorkspaceLayers.Boundaries);
        var compounds = sample.Rows(c).ToDictionary(r => Text(c, r, "id")!, r => r.Geometry!);
        var communities = sample.Rows(d).ToDictionary(r => Text(d, r, "code")!, r => r.Geometry!);
        Assert.All(sample.Rows(b), r =>
        {
            Assert.True(communities[Text(b, r, "community_code")!].Contains(r.Geometry));
            Assert.True(Text(b, r, "compound_id") is not { } id || compounds[id].Contains(r.Geometry));
        });
    }

    [Fact]
    public void BuildingsDoNotOverlap()
    {
        var tree = Tree(sample.Rows(WorkspaceLayers.Buildings));
        Assert.All(sample.Rows(WorkspaceLayers.Buildings), r => Assert.All(
            tree.Query(r.Geometry!.EnvelopeInternal),
            o => Assert.True(ReferenceEquals(o, r) || !o.Geometry!.Intersects(r.Geometry))));
    }

    [Fact]
    public void EveryGateLiesOnItsWallAndOnTheNetwork()
    {
        var (e, c, w) = (WorkspaceLayers.Entrances, WorkspaceLayers.Compounds, WorkspaceLayers.WalkEdges);
        var walls = sample.Rows(c).ToDictionary(r => Text(c, r, "id")!, r => r.Geometry!.Coordinates.ToHashSet());
        var nodes = sample.Rows(w).SelectMany(r => r.Geometry!.Coordinates).ToHashSet();
        Assert.All(sample.Rows(e), r =>
        {
            Assert.Contains(r.Geometry!.Coordinate, walls[Text(e, r, "of_id")!]);
            Assert.Contains(r.Geometry.Coordinate, nodes);
        });
        var gates = sample.Rows(e).Where(r => Text(e, r, "access") != "closed")
            .GroupBy(r => Text(e, r, "of_id")!).ToDictionary(g => g.Key, g => g.Count());
        Assert.All(
            sample.Rows(c).Where(r => Flag(c, r, "gated")), r => Assert.InRange(gates[Text(c, r, "id")!], 1, 3));
    }

    [Fact]
    public void NoPathCrossesAWallExceptAtAGate()
    {
        var c = WorkspaceLayers.Compounds;
        var gates = sample.Rows(WorkspaceLayers.Entrances).Select(r => r.Geometry!.Coordinate).ToHashSet();
        var edges = Tree(sample.Rows(WorkspaceLayers.WalkEdges));
        foreach (var compound in sample.Rows(c).Where(r => Flag(c, r, "gated")))
        {
            var wall = compound.Geometry!.Boundary;
            foreach (var edge in edges.Query(wall.EnvelopeInternal).Where(e => e.Geometry!.Intersects(wall)))
            {
                // The rounding of a gate bends its wall by up to a centimetre: allow the touch to be that far away.
                Assert.True(
                    edge.Geometry!.Coordinates.Any(gates.Contains)
                    && edge.Geometry.Intersection(wall).Coordinates.All(p => gates.Any(g => g.Distance(p) < 2e-7)));
            }
        }
    }

    [Fact]
    public void NoPathRunsThroughABuilding()
    {
        var edges = Tree(sample.Rows(WorkspaceLayers.WalkEdges));
        var hit = sample.Rows(WorkspaceLayers.Buildings)
            .Count(b => edges.Query(b.Geometry!.EnvelopeInternal).Any(e => e.Geometry!.Intersects(b.Geometry)));
        Assert.Equal(0, hit);
    }

    private static STRtree<LayerRow> Tree(IEnumerable<LayerRow> rows)
    {
        var tree = new STRtree<LayerRow>();
        foreach (var row in rows)
        {
            tree.Insert(row.Geometry!.EnvelopeInternal, row);
        }

        return tree;
    }

    private List<Geometry> Boundaries(string level) =>
    [
        .. sample.Rows(WorkspaceLayers.Boundaries)
            .Where(r => Text(WorkspaceLayers.Boundaries, r, "level") == level).Select(r => r.Geometry!),
    ];
}
