using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Tests.Sample.SampleFixture;

namespace SpatialPlanner.Tests.Sample;

public sealed class SampleNetworkTests(SampleFixture sample) : IClassFixture<SampleFixture>
{
    private static readonly LayerSchema Edges = WorkspaceLayers.WalkEdges;

    [Fact]
    public void TheMainComponentHoldsNearlyAllOfTheLengthAndTwoIslandsRemain()
    {
        var leader = new Dictionary<long, long>();
        long Find(long node)
        {
            while (leader.TryGetValue(node, out var next) && next != node)
            {
                node = leader[node] = leader.GetValueOrDefault(next, next);
            }

            return node;
        }

        foreach (var row in sample.Rows(Edges))
        {
            leader[Find(Whole(Edges, row, "from_node"))] = Find(Whole(Edges, row, "to_node"));
        }

        var lengths = sample.Rows(Edges).GroupBy(r => Find(Whole(Edges, r, "from_node")))
            .Select(g => g.Sum(r => Whole(Edges, r, "length_mm"))).OrderDescending().ToList();
        Assert.Equal(3, lengths.Count);
        Assert.True(lengths[0] > lengths.Sum() * 0.99);
    }

    [Fact]
    public void NodeIdsAndEndPointsAreTheSameThing()
    {
        var ends = sample.Rows(Edges).SelectMany(r => new[]
        {
            (Whole(Edges, r, "from_node"), r.Geometry!.Coordinates[0]),
            (Whole(Edges, r, "to_node"), r.Geometry.Coordinates[^1]),
        }).Distinct().ToList();
        Assert.Equal(ends.Count, ends.Select(e => e.Item1).Distinct().Count());
        Assert.Equal(ends.Count, ends.Select(e => e.Item2).Distinct().Count());
    }

    [Fact]
    public void LengthsAreGeodesic()
    {
        Assert.All(sample.Rows(Edges), r => Assert.Equal(
            Geodesy.LengthMetres(r.Geometry!.Coordinates) * 1000, Whole(Edges, r, "length_mm"), 0.5001));
    }

    [Fact]
    public void EdgesMeetOnlyAtNodes()
    {
        var tree = new STRtree<LayerRow>();
        foreach (var row in sample.Rows(Edges).Where(r => !Flag(Edges, r, "bridge") && !Flag(Edges, r, "tunnel")))
        {
            tree.Insert(row.Geometry!.EnvelopeInternal, row);
        }

        var crossing = sample.Rows(Edges).Count(r => tree.Query(r.Geometry!.EnvelopeInternal)
            .Any(o => !ReferenceEquals(o, r) && o.Geometry!.Crosses(r.Geometry)));
        Assert.Equal(0, crossing);
    }

    [Fact]
    public void MoatAndRailwayAreCrossedOnlyWhereTheRecipeSays()
    {
        Assert.Equal(6, sample.Rows(Edges).Count(r => Flag(Edges, r, "bridge")));
        Assert.Equal(3, sample.Rows(Edges).Count(r => Flag(Edges, r, "tunnel")));
        Assert.Equal(2, sample.Rows(Edges).Count(r => Flag(Edges, r, "steps")));
    }
}
