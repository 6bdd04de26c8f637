using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers;

/// <summary>The good and bad files of a validator for GeoJSON, each with the complaint that it expects.</summary>
public sealed class GeoJsonCorpusTests
{
    // What the validator only remarks on: these are read, with a warning where something was changed.
    private static readonly Dictionary<string, LayerSchema> Readable = new()
    {
        ["bad-polygon-interiorring-rhr"] = Compounds, // ring turned, warned
        ["polygon_winding_order"] = Compounds, // ring turned, warned
        ["point-toomany"] = Facilities, // fourth number ignored, warned
        ["excessive_precision_truncated"] = WalkEdges, // its own expectation is no complaint at all
    };

    // RFC 7946 says SHOULD NOT; but no layer can hold a collection, so its only feature is rejected.
    private static readonly string[] Collections = ["geometrycollection_nested", "geometrycollection_single"];

    [SharedDataFact]
    public void EveryBadFileIsRefusedWithAPlaceAndARemedy()
    {
        var files = Directory.GetFiles(SharedData.Path("geojson", "bad"), "*.geojson");
        Assert.NotEmpty(files);
        foreach (var file in files)
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (Readable.ContainsKey(name) || Collections.Contains(name))
            {
                continue;
            }

            var e = Record.Exception(() => GeoJsonReaderTests.Read(Facilities, File.ReadAllText(file)));
            Assert.True(e is InputException, $"{name}: {e?.ToString() ?? "was read"}");
            var problem = Assert.IsType<InputException>(e).Problem;
            Assert.StartsWith("x.geojson: ", problem.ToLine("en"), StringComparison.Ordinal);
            Assert.NotNull(problem.Place);
        }
    }

    [SharedDataFact]
    public void WhatIsOnlyRemarkedOnIsRead()
    {
        foreach (var (name, layer) in Readable)
        {
            var batch = GeoJsonReaderTests.Read(layer, File.ReadAllText(SharedData.Path("geojson", "bad", name + ".geojson")));
            Assert.Single(batch.Layers[layer]);
            var told = batch.Problems.Count(p => p.What.En.Contains("rings", StringComparison.Ordinal)
                || p.What.En.Contains("three numbers", StringComparison.Ordinal));
            Assert.Equal(name == "excessive_precision_truncated" ? 0 : 1, told);
        }
    }

    [SharedDataFact]
    public void ACollectionOfGeometriesFitsNoLayer()
    {
        foreach (var name in Collections)
        {
            var batch = GeoJsonReaderTests.Read(Facilities, File.ReadAllText(SharedData.Path("geojson", "bad", name + ".geojson")));
            Assert.Empty(batch.Layers[Facilities]);
            Assert.Single(batch.Problems, p => p.Severity == ProblemSeverity.Rejected);
        }
    }

    [SharedDataFact]
    public void EveryGoodFileIsRead()
    {
        foreach (var file in Directory.GetFiles(SharedData.Path("geojson", "good"), "*.geojson"))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            var text = File.ReadAllText(file);
            if (name == "issue82")
            {
                // Good JSON, but its latitudes go to -141 and its longitudes to -259.
                Assert.Throws<InputException>(() => GeoJsonReaderTests.Read(Compounds, text));
                continue;
            }

            var batch = GeoJsonReaderTests.Read(Facilities, text);
            // A feature without geometry, a collection and two points in one are good GeoJSON that gives no facility.
            var taken = name is not ("nullgeometry" or "good-geometrycollection");
            Assert.True(taken == (batch.Layers[Facilities].Count > 0), name);
        }
    }
}
