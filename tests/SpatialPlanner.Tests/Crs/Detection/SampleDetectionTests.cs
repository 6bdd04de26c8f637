using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs.Detection;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Tests.Sample;
using Xunit.Abstractions;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Crs.Detection;

/// <summary>The layers of the sample district, written in one system and declared as another.</summary>
public sealed class SampleDetectionTests(SampleFixture sample, ITestOutputHelper output) : IClassFixture<SampleFixture>
{
    private static StreetReference? streets;

    [Theory]
    [InlineData("GCJ-02", "EPSG:4326", "GCJ-02", CrsVerdict.Doubtful)]
    [InlineData("GCJ-02", null, "GCJ-02", CrsVerdict.Unknown)]
    [InlineData("BD-09", "EPSG:4326", "BD-09", CrsVerdict.Doubtful)]
    [InlineData("BD-09", "EPSG:4490", "BD-09", CrsVerdict.Doubtful)]
    [InlineData("BD-09", "GCJ-02", "BD-09", CrsVerdict.Doubtful)]
    [InlineData("EPSG:4326", "GCJ-02", "EPSG:4326", CrsVerdict.Doubtful)]
    [InlineData("EPSG:4326/yx", "EPSG:4326", "EPSG:4326/yx", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4326/yx", null, "EPSG:4326/yx", CrsVerdict.Unknown)]
    [InlineData("GCJ-02/yx", "EPSG:4326", "GCJ-02/yx", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4524", null, "EPSG:4524", CrsVerdict.Unknown)]
    [InlineData("EPSG:4524/yx", null, "EPSG:4524/yx", CrsVerdict.Unknown)]
    [InlineData("EPSG:4524", "EPSG:4545", "EPSG:4524", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4545", "EPSG:4524", "EPSG:4545", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4545", "EPSG:4544", "EPSG:4545", CrsVerdict.Doubtful)]
    [InlineData("EPSG:4545", "EPSG:4546", "EPSG:4545", CrsVerdict.Doubtful)]
    [InlineData("EPSG:4545", null, "EPSG:4545", CrsVerdict.Unknown)]
    [InlineData("EPSG:4545/yx", "EPSG:4545", "EPSG:4545/yx", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4508", "EPSG:32649", "EPSG:4546", CrsVerdict.Doubtful)]
    [InlineData("EPSG:32649", "EPSG:4546", "EPSG:32649", CrsVerdict.Doubtful)]
    [InlineData("EPSG:4545", "EPSG:4326", "EPSG:4545", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4326", "EPSG:4545", "EPSG:4326", CrsVerdict.Contradicted)]
    [InlineData("GCJ-02", "EPSG:4545", "GCJ-02", CrsVerdict.Contradicted)]
    [InlineData("EPSG:3857", null, "EPSG:3857", CrsVerdict.Unknown)]
    [InlineData("EPSG:3857", "EPSG:4326", "EPSG:3857", CrsVerdict.Contradicted)]
    [InlineData("EPSG:4326", "EPSG:4326", "EPSG:4326", CrsVerdict.Fits)]
    [InlineData("EPSG:4326", "EPSG:4490", "EPSG:4490", CrsVerdict.Fits)]
    [InlineData("EPSG:4545", "EPSG:4545", "EPSG:4545", CrsVerdict.Fits)]
    [InlineData("EPSG:4524", "EPSG:4524", "EPSG:4524", CrsVerdict.Fits)]
    [InlineData("GCJ-02", "GCJ-02", "GCJ-02", CrsVerdict.Fits)]
    public void BuildingsAreProposedAsWhatTheyAre(string written, string? declared, string proposed, CrsVerdict verdict)
    {
        var found = Propose(Buildings, written, declared);
        Assert.Equal((proposed, verdict), (found.Proposed, found.Verdict));
        Assert.Equal(proposed, found.Candidates[0].Code);
        Assert.True(found.Candidates[0].Evidence.ShareCutByStreets < 0.01);
    }

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("BD-09")]
    public void ThreeHundredFacilitiesAreEnough(string written)
    {
        foreach (var start in new[] { 0, 300, 600 })
        {
            var some = Layers.Of(sample.Batch, Facilities).Skip(start).Take(300).ToList();
            Assert.Equal(written, Propose(some, written, "EPSG:4326").Proposed);
        }
    }

    [Theory]
    [InlineData("GCJ-02")]
    [InlineData("BD-09")]
    public void FewFacilitiesAreProposedRightlyOrNotAtAll(string written)
    {
        var all = Layers.Of(sample.Batch, Facilities);
        foreach (var count in new[] { 1, 10, 30, 60, 100, 150 })
        {
            var right = 0;
            for (var start = 0; start < 10; start++)
            {
                var proposal = Propose([.. all.Skip(start * 90).Take(count)], written, "EPSG:4326");
                Assert.Contains(proposal.Proposed, new[] { written, "EPSG:4326" });
                right += proposal.Proposed == written ? 1 : 0;
            }

            output.WriteLine($"{written}, {count} facilities: {right} of 10");
        }
    }

    [Fact]
    public void EveryLayerOfTheDistrictFitsOrIsLeftAlone()
    {
        foreach (var layer in new[] { Boundaries, Compounds, Entrances, Buildings, Facilities, ResidentialLand, IdleSpaces, WalkEdges })
        {
            var all = Layers.Of(sample.Batch, layer);
            foreach (var count in new[] { 1, 10, 30, 100, all.Count })
            {
                var proposal = Propose([.. all.Take(count)], "EPSG:4326", "EPSG:4326");
                Assert.Equal("EPSG:4326", proposal.Proposed);
                Assert.True(proposal.Verdict is CrsVerdict.Fits or CrsVerdict.Unknown);
                Assert.False(proposal.AsksUser);
            }
        }
    }

    private CrsProposal Propose(LayerSchema layer, string written, string? declared) =>
        Propose(Layers.Of(sample.Batch, layer), written, declared);

    private CrsProposal Propose(IReadOnlyList<Geometry> layer, string written, string? declared)
    {
        streets ??= Layers.Streets(sample.Batch);
        var proposal = CrsDetection.Propose(Layers.As(layer.Take(5000), written), CrsDeclaration.Of(declared), streets);
        output.WriteLine($"{proposal.Verdict} {proposal.Proposed}: {proposal.Reason.Zh}\n{proposal.Reason.En}");
        foreach (var c in proposal.Candidates)
        {
            output.WriteLine($"    {c.Code}: {c.Evidence.Distinctness:F1} {c.Text.En}");
        }

        return proposal;
    }
}
