using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Import.Inspection;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Sample;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Sample;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Import;

/// <summary>Coordinates of real files beside the streets of the sample district: proposed, never applied unasked.</summary>
public sealed class CrsChoiceTests : IClassFixture<SampleFixture>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SampleFixture _sample;
    private readonly GeoPackageWorkspace _workspace;

    public CrsChoiceTests(SampleFixture sample)
    {
        _sample = sample;
        var path = _folder.File("sample.gpkg");
        SampleWorkspace.Write(path, sample.Batch with
        {
            Layers = new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>>
            {
                [WalkEdges] = sample.Batch.Layers[WalkEdges],
                [Boundaries] = sample.Batch.Layers[Boundaries],
            },
        });
        _workspace = GeoPackageWorkspace.Open(path, readOnly: true);
    }

    public void Dispose()
    {
        _workspace.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("EPSG:4326", null)]
    [InlineData("GCJ-02", "GCJ-02")]
    [InlineData("BD-09", "BD-09")]
    [InlineData("EPSG:4524", "EPSG:4524")]
    public void BuildingsThatDeclareWgs84AreTakenOnlyWhereTheyLieRight(string written, string? proposed)
    {
        var file = Write(CoordinateSystems.Find(written));
        if (proposed is null)
        {
            using var read = Read(file, null);
            Assert.Empty(read.Result.Problems);
            return;
        }

        var problem = Assert.Throws<InputException>(() => Read(file, null)).Problem;
        Assert.Contains($"--crs {proposed}", problem.Remedy.En, StringComparison.Ordinal);
        using var told = Read(file, CoordinateSystems.Find(proposed));
        Assert.Empty(told.Result.Problems);
        var first = told.Batch.Layers[Buildings].First();
        var truth = _sample.Rows(Buildings).First(r => Equals(r.Values[0], first.Values[0]));
        Assert.Equal(truth.Geometry!.Coordinate.X, first.Geometry!.Coordinate.X, tolerance: 1e-7);
        Assert.Equal(truth.Geometry.Coordinate.Y, first.Geometry.Coordinate.Y, tolerance: 1e-7);
    }

    [Fact]
    public void TheUsersWordIsTakenAndTheDoubtTold()
    {
        using var read = Read(Write(CoordinateSystems.Gcj02), CoordinateSystems.Wgs84);
        var warning = Assert.Single(read.Result.Problems);
        Assert.Equal(ProblemSeverity.Warning, warning.Severity);
        Assert.Contains("GCJ-02", warning.Remedy.En, StringComparison.Ordinal);
    }

    [Fact]
    public void ALookAtTheFileShowsCandidatesWithTheirEvidence()
    {
        var seen = FileInspector.Inspect(
            Write(CoordinateSystems.Bd09), new ImportOptions { Layer = Buildings }, new WorkspaceStreets(_workspace)).Tables[0];
        Assert.Null(seen.Crs.Code);
        Assert.Equal("BD-09", seen.Crs.Proposed);
        Assert.Equal("BD-09", seen.Crs.Candidates[0].Code);
        Assert.NotEmpty(seen.Crs.Candidates[0].Text.Zh);
        // The preview shows the proposal, which lies where the streets are.
        Assert.All(seen.Sample, g => Assert.True(_workspace.Extent(Boundaries)!.Intersects(g.EnvelopeInternal)));
    }

    [Fact]
    public void ATableOfSwappedCoordinatesIsToldHowToBeRead()
    {
        var lines = _sample.Rows(Facilities).Select(r => FormattableString.Invariant(
            $"{r.Values[0]},{r.Geometry!.Coordinate.Y},{r.Geometry.Coordinate.X}"));
        var file = _folder.Write("f.csv", "id,lon,lat\n" + string.Join('\n', lines));
        var options = new ImportOptions { Layer = Facilities };
        var problem = Assert.Throws<InputException>(() => Importer.Read(file, options, Pack.Default, new WorkspaceStreets(_workspace))).Problem;
        Assert.Contains("--crs EPSG:4326/yx", problem.Remedy.En, StringComparison.Ordinal);
        using var read = Importer.Read(file, options with { Crs = CoordinateSystems.Find("EPSG:4326/yx") }, Pack.Default, new WorkspaceStreets(_workspace));
        Assert.True(read.Batch.Layers[Facilities].First().Geometry!.Coordinate.X > 100);
    }

    // The numbers of another system in a file that says, as GeoJSON does by its standard, WGS 84.
    private string Write(CoordinateSystem system)
    {
        var path = _folder.File($"{system.Code.Replace(':', '-')}.geojson");
        LayerExport.Write(
            Buildings, _sample.Rows(Buildings).Take(4000).Select(r => r with { Geometry = system.FromWgs84(r.Geometry!) }), null,
            "geojson", path);
        return path;
    }

    private ReadFile Read(string file, CoordinateSystem? crs) => Importer.Read(
        file, new ImportOptions { Layer = Buildings, Crs = crs }, Pack.Default, new WorkspaceStreets(_workspace));
}
