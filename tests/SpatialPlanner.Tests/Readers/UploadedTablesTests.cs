using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers;

/// <summary>GeoJSON and CSV as users upload them: each is taken, or refused with a sentence.</summary>
public sealed class UploadedTablesTests
{
    // File, layer, rows taken, words of what is told or of the refusal ("!" before them); empty for nothing but
    // missing ids.
    private static readonly (string File, LayerSchema Layer, int Rows, string Words)[] Expected =
    [
        ("cities.csv", Facilities, 4, ""),
        ("continents.geojson", Boundaries, 3, "right-hand rule"),
        ("empty.geojson", Boundaries, 0, "!empty"),
        ("hkzones-extra-attribute.geojson", Compounds, 3, ""),
        ("hkzones-mixed-geometries.geojson", Compounds, 1, "does not fit layer compounds"),
        ("hkzones-mixed-numeric.geojson", Compounds, 3, ""),
        ("hkzones-no-collection.geojson", Compounds, 1, ""),
        ("hkzones-type-mismatch.geojson", Compounds, 3, ""),
        ("new-zealand-antimeridian.geojson", Boundaries, 2, ""),
        ("too-small.geojson", Boundaries, 0, "!must be written Feature"),
        ("valid-polygon-projected.geojson", Compounds, 3, ""),
        ("valid-polygon-wgs84.geojson", Compounds, 3, ""),
    ];

    [SharedDataFact]
    public void EachIsTakenOrRefusedWithASentence()
    {
        var found = Directory.GetFiles(SharedData.Path("uploads")).Select(Path.GetFileName)
            .Where(f => f!.EndsWith(".geojson", StringComparison.Ordinal) || f.EndsWith(".csv", StringComparison.Ordinal));
        Assert.Equal(Expected.Select(e => e.File), found.Order(StringComparer.Ordinal));
        Assert.All(Expected, e =>
        {
            var path = SharedData.Path("uploads", e.File);
            if (e.Words.StartsWith('!'))
            {
                Assert.Contains(e.Words[1..], TakenFile.Refused(path, e.Layer).What.En, StringComparison.Ordinal);
                return;
            }

            var read = TakenFile.Read(path, e.Layer);
            Assert.True(e.Rows == read.Rows.Count, $"{e.File}: {read.Rows.Count} rows; {string.Join("; ", read.Problems.Select(p => p.ToLine("en")))}");
            Assert.True(e.Words.Length == 0 || read.Problems.Any(p => p.What.En.Contains(e.Words, StringComparison.Ordinal)), e.File);
        });
    }

    [SharedDataFact]
    public void WebMercatorLiesWhereTheSameFileInDegreesLies()
    {
        var degrees = TakenFile.Read(SharedData.Path("uploads", "valid-polygon-wgs84.geojson"), Compounds);
        var projected = TakenFile.Read(SharedData.Path("uploads", "valid-polygon-projected.geojson"), Compounds);
        Assert.All(degrees.Rows.Zip(projected.Rows), pair =>
            Assert.True(pair.First.Geometry!.Centroid.Distance(pair.Second.Geometry!.Centroid) < 1e-7));
        Assert.DoesNotContain(projected.Problems, p => p.Severity == ProblemSeverity.Rejected);
    }
}
