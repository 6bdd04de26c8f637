using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Readers;

/// <summary>Shapefiles and GeoPackages as people uploaded them, and the 78 counties in GBK.</summary>
public sealed class UploadsTests
{
    [SharedDataFact]
    public void EachIsReadAsTheFileHasIt()
    {
        Expect("continents.shp", ["fid", "name"], ["Australia", "South America", "Africa"], "GCS_WGS_1984");
        Expect("continents.gpkg", ["fid", "name"], ["Australia", "South America", "Africa"], "EPSG:4326");
        Expect("valid-polygon-wgs84.shp", ["fid", "Name", "Count"], null, "GCS_WGS_1984");
        Expect("valid-polygon-wgs84.gpkg", ["fid", "Name", "Count"], null, "EPSG:4326");
        Expect("valid-polygon-projected.shp", ["fid", "Name", "Count"], null, "Hong_Kong_1980");
        Expect("new-zealand-antimeridian.shp", ["fid", "name"], ["North Island", "Chatham Islands"], "New_Zealand_Map_Grid");
        Expect("new-zealand-antimeridian.gpkg", ["fid", "name"], ["North Island", "Chatham Islands"], "27200");
        Expect("duplicate-fields.shp", ["id", "DDDDDDDDDD", "DDDDDDDDDD_2"], null, "Hong_Kong_1980");
    }

    [SharedDataFact]
    public void OfTwoFieldsOfOneNameBothAreKept()
    {
        var read = ReadSource.Of(SharedData.Path("uploads", "duplicate-fields.shp"));
        Assert.Equal((345L, "AP LEI CHAU"), (read.Rows[0].Values["DDDDDDDDDD"], read.Rows[0].Values["DDDDDDDDDD_2"]));
        Assert.Contains("several fields are named DDDDDDDDDD", Assert.Single(read.Told).What.En, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void NullPointsAreRowsWithoutGeometry()
    {
        var read = ReadSource.Of(SharedData.Path("uploads", "nl-null-points.shp"));
        Assert.Equal(20, read.Rows.Count);
        Assert.Equal(["record 8", "record 9", "record 10"], read.Rows.Where(r => r.Geometry is null).Select(r => r.Place));
    }

    // What declares degrees on WGS 84 is taken. Of the others the datum has parameters that differ from place to place:
    // taken with those of the user, or with those that GDAL knows, else refused with the question for them.
    [SharedDataFact]
    public void EachIsTakenOrRefusedInASentence()
    {
        Assert.Equal((3L, 0L), Import("continents.shp"));
        Assert.Equal((3L, 0L), Import("continents.gpkg"));
        Assert.Equal((3L, 0L), Import("valid-polygon-wgs84.shp"));
        Assert.Equal((3L, 0L), Import("valid-polygon-wgs84.gpkg"));
        Assert.Equal((3L, 0L), Import("valid-polygon-projected.shp", "-162.619,-276.959,-161.764"));
        Assert.Equal((1L, 0L), Import("duplicate-fields.shp", "-162.619,-276.959,-161.764"));
        foreach (var file in new[] { "new-zealand-antimeridian.shp", "new-zealand-antimeridian.gpkg", "nl-null-points.shp" })
        {
            var problem = Assert.Throws<InputException>(() => Import(file)).Problem;
            Assert.True(problem is { What.Zh.Length: > 10, What.En.Length: > 10, Remedy.Zh.Length: > 5, Remedy.En.Length: > 10 });
        }
    }

    [SharedDataFact]
    public void TheCountiesInGbkHaveTheirNames()
    {
        var read = ReadSource.Of(SharedData.Path("shapefile", "chinese_encoding.shp"));
        Assert.Equal((78, "gbk", "LDID 0x4D"), (read.Rows.Count, read.Encoding.Name, read.Encoding.Where));
        Assert.Contains("凤阳县", read.Rows.SelectMany(r => r.Values.Values).OfType<string>());
        Assert.DoesNotContain(read.Rows.SelectMany(r => r.Values.Values).OfType<string>(), t => t.Contains('\uFFFD', StringComparison.Ordinal));
        Assert.All(read.Rows, r => Assert.False(r.Geometry!.IsEmpty));
        Assert.Null(read.Crs);

        using var imported = Importer.Read(
            SharedData.Path("shapefile", "chinese_encoding.shp"), new ImportOptions { Layer = Boundaries, Crs = CoordinateSystems.Wgs84 }, Pack.Default);
        var names = imported.Batch.Layers[Boundaries].Select(r => (string?)r.Values[Boundaries.IndexOf("name")]).ToList();
        Assert.Equal(78, names.Count);
        Assert.Contains("凤阳县", names);
        Assert.All(names, name => Assert.Matches("[县市区]$", name));
    }

    private static void Expect(string file, string[] fields, string[]? names, string crs)
    {
        var read = ReadSource.Of(SharedData.Path("uploads", file));
        Assert.Equal(fields, read.Fields.Names);
        Assert.All(read.Rows, r => Assert.True(r.Geometry is { IsEmpty: false, IsValid: true }));
        Assert.Contains(crs, read.Crs!.Text, StringComparison.Ordinal);
        if (names is not null)
        {
            Assert.Equal(names.Order(StringComparer.Ordinal), read.Values("name").Cast<string>().Order(StringComparer.Ordinal));
        }
    }

    private static (long Taken, long Rejected) Import(string file, string? shift = null)
    {
        var options = new ImportOptions
        {
            Layer = Boundaries,
            DatumShift = shift is null ? null : DatumShift.Parse(shift),
        };
        using var read = Importer.Read(SharedData.Path("uploads", file), options, Pack.Default);
        var count = Assert.Single(read.Result.Layers);
        return (count.Taken, count.Rejected);
    }
}
