using System.Text.Json;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Crs;

public class CatchmentsTests
{
    [SharedDataFact]
    public void TheCatchmentsOfLasPalmasLieWhereOgr2OgrPutsThem()
    {
        Assert.True(Command.Exists("ogr2ogr"), "EPSG:5635 is looked up by GDAL (package gdal-bin).");
        var file = SharedData.Path("las-palmas", "school-catchments-epsg5635.geojson");
        using var folder = new TempFolder();
        var converted = folder.File("wgs84.geojson");
        Assert.Equal(0, Command.Run(
            "ogr2ogr", "-f", "GeoJSON", "-t_srs", "EPSG:4326", "-lco", "COORDINATE_PRECISION=11", converted, file).Code);
        var system = CoordinateSystems.Find("EPSG:5635");
        var (from, expected) = (Positions(file), Positions(converted));
        Assert.True(from.Count > 1000 && from.Count == expected.Count);
        var back = new List<(double X, double Y)>();
        foreach (var ((x, y), (lon, lat)) in from.Zip(expected))
        {
            // PROJ 9.1's inverse of this projection is 1.4 mm off its own forward formula.
            var (toLon, toLat) = system.ToWgs84(x, y);
            Assert.Equal(lon, toLon, 1.5e-8);
            Assert.Equal(lat, toLat, 1.5e-8);
            back.Add((toLon, toLat));
        }

        // To the millimetre: what GDAL makes of our degrees.
        foreach (var ((x, y), (backX, backY)) in from.Zip(Gdal.Transform("OGC:CRS84", Gdal.SrsInfo("proj4", "EPSG:5635"), back)))
        {
            Assert.Equal(x, backX, 0.001);
            Assert.Equal(y, backY, 0.001);
        }
    }

    private static List<(double X, double Y)> Positions(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(file));
        var found = new List<(double X, double Y)>();
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            Add(feature.GetProperty("geometry").GetProperty("coordinates"));
        }

        return found;

        void Add(JsonElement array)
        {
            if (array[0].ValueKind == JsonValueKind.Number)
            {
                found.Add((array[0].GetDouble(), array[1].GetDouble()));
                return;
            }

            foreach (var item in array.EnumerateArray())
            {
                Add(item);
            }
        }
    }
}
