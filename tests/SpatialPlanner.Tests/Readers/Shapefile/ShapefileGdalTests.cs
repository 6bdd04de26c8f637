using NetTopologySuite.IO;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Shapefile;

/// <summary>Shapefiles that GDAL writes.</summary>
public sealed class ShapefileGdalTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [GdalTheory]
    [InlineData("POINT", "POINT (1.5 2.5)")]
    [InlineData("POINTZ", "POINT Z (1.5 2.5 3)")]
    [InlineData("POINTM", "POINT M (1.5 2.5 9)")]
    [InlineData("POINTZM", "POINT ZM (1.5 2.5 3 9)")]
    [InlineData("MULTIPOINT", "MULTIPOINT ((1 2), (3 4))")]
    [InlineData("MULTIPOINTZ", "MULTIPOINT Z ((1 2 5), (3 4 6))")]
    [InlineData("MULTIPOINTM", "MULTIPOINT M ((1 2 5), (3 4 6))")]
    [InlineData("MULTIPOINTZM", "MULTIPOINT ZM ((1 2 5 7), (3 4 6 8))")]
    [InlineData("ARC", "LINESTRING (0 0, 1 1, 2 0)")]
    [InlineData("ARC", "MULTILINESTRING ((0 0, 1 1), (2 0, 3 3, 4 4))")]
    [InlineData("ARCZ", "LINESTRING Z (0 0 10, 1 1 11, 2 0 12)")]
    [InlineData("ARCM", "LINESTRING M (0 0 10, 1 1 11, 2 0 12)")]
    [InlineData("ARCZM", "LINESTRING ZM (0 0 10 1, 1 1 11 2, 2 0 12 3)")]
    [InlineData("POLYGON", "POLYGON ((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 2 1, 2 2, 1 2, 1 1))")]
    [InlineData("POLYGONZ", "POLYGON Z ((0 0 1, 0 9 2, 9 9 3, 9 0 4, 0 0 1))")]
    [InlineData("POLYGONM", "POLYGON M ((0 0 1, 0 9 2, 9 9 3, 9 0 4, 0 0 1))")]
    [InlineData("POLYGON", "MULTIPOLYGON (((0 0, 0 9, 9 9, 9 0, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)), ((3 3, 3 6, 6 6, 6 3, 3 3), (4 4, 5 4, 5 5, 4 5, 4 4)), ((20 0, 20 5, 25 5, 20 0)))")]
    public void EveryTypeOfShapeComesBack(string type, string wkt)
    {
        var read = ReadSource.Of(Write(type, wkt));
        var expected = new WKTReader().Read(wkt);
        var geometry = read.Rows[0].Geometry!;
        Assert.True(geometry.Normalized().EqualsExact(expected.Normalized()), geometry.AsText());
        var heights = type.Contains('Z', StringComparison.Ordinal) ? expected.Coordinates.Select(c => c.Z).Order().ToArray() : [];
        Assert.Equal(heights, geometry.Coordinates.Select(c => c.Z).Where(z => !double.IsNaN(z)).Order());
        Assert.Null(read.Rows[1].Geometry);
        Assert.Equal(["record 1", "record 2"], read.Rows.Select(r => r.Place));
        Assert.Equal(["街道", "null"], read.Values("name"));
        Assert.Empty(read.Told);
    }

    [GdalTheory]
    [InlineData("GBK", "凤阳县", "gb18030")]
    [InlineData("GBK", "安徽省滁州市", "gb18030")]
    [InlineData("BIG5", "臺北市", "big5")]
    [InlineData("UTF-8", "凤阳县", "utf-8")]
    [InlineData("ISO-8859-1", "Müller", "windows-1252")]
    public void TheEncodingIsDeclaredOrGuessed(string encoding, string name, string guessed)
    {
        var shp = Write("POINT", "POINT (1 2)", name, "-lco", $"ENCODING={encoding}");
        Assert.Equal(name, ReadSource.Of(shp).Rows[0].Values["name"]);

        File.Delete(Path.ChangeExtension(shp, ".cpg"));
        var bytes = File.ReadAllBytes(Path.ChangeExtension(shp, ".dbf"));
        bytes[29] = 0;
        File.WriteAllBytes(Path.ChangeExtension(shp, ".dbf"), bytes);
        var read = ReadSource.Of(shp);
        Assert.Equal(name, read.Rows[0].Values["name"]);
        Assert.Equal((guessed, "Guessed"), (read.Encoding.Name, read.Encoding.Origin.ToString()));
    }

    [GdalFact]
    public void TheProjectionIsDeclared()
    {
        var shp = Write("POINT", "POINT (500000 3500000)", "a", "-a_srs", "EPSG:4546");
        var crs = ReadSource.Of(shp).Crs!;
        Assert.Equal(".prj", crs.Where);
        Assert.Equal(4546, Data.Crs.CoordinateSystems.Parse(crs.Text).Epsg);
    }

    private string Write(string type, string wkt, string name = "街道", params string[] options)
    {
        var csv = _folder.Write("in.csv", $"wkt,name,people,share,built\n\"{wkt}\",{name},12,0.25,2024-05-06\n,null,,,\n");
        var shp = _folder.File("out.shp");
        string[] encoding = options.Any(o => o.StartsWith("ENCODING", StringComparison.Ordinal)) ? [] : ["-lco", "ENCODING=UTF-8"];
        var (code, _, error) = Command.Run("ogr2ogr",
        [
            "-f", "ESRI Shapefile", shp, csv, "-oo", "GEOM_POSSIBLE_NAMES=wkt", "-oo", "KEEP_GEOM_COLUMNS=NO", "-oo", "AUTODETECT_TYPE=YES",
            "-lco", $"SHPT={type}", .. encoding, .. options,
        ]);
        Assert.True(code == 0, error);
        return shp;
    }
}
