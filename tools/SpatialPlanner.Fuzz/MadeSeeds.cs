using System.IO.Compression;
using System.Text;
using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Fuzz;

/// <summary>Small whole files of each format, made here.</summary>
internal static class MadeSeeds
{
    private const string Features =
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"EPSG:4326\"}},\"bbox\":[108,34,109,35],\"features\":["
        + "{\"type\":\"Feature\",\"id\":1,\"properties\":{\"name\":\"社区食堂\",\"floor_area_m2\":120.5,\"services\":[\"meals\",\"market\"],\"status\":\"open\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[108.94,34.26,400]}},"
        + "{\"type\":\"Feature\",\"id\":\"b\",\"properties\":{\"storeys\":6,\"population\":30},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[108,34],[108.001,34],[108.001,34.001],[108,34]],[[108.0005,34.0002],[108.0006,34.0002],[108.0006,34.0003],[108.0005,34.0002]]]}},"
        + "{\"type\":\"Feature\",\"id\":3,\"properties\":{\"class\":\"footway\"},\"geometry\":{\"type\":\"MultiLineString\",\"coordinates\":[[[108,34,400],[108.01,34.01,410]],[[108,34],[108.02,34]]]}},"
        + "{\"type\":\"Feature\",\"id\":4,\"properties\":null,\"geometry\":{\"type\":\"GeometryCollection\",\"geometries\":[{\"type\":\"MultiPoint\",\"coordinates\":[[108,34],[108.1,34]]}]}}]}";

    private const string Table =
        "某某街道设施统计表,,,,,\n编号,名称,服务类型,建筑面积（㎡）,经度,纬度\n1,\"社区 \"\"食堂\"\"\",食堂,120㎡,108°56'24\"\"E,34.26\n2,托育园,托育、养老,\"1,200\",108.95,34.27\n合计,,,1320,,\n";

    private const string Pairs = "id;坐标;geom;床位数\n1;108.94,34.26;0101000020E61000005C8FC2F5283C5B40E17A14AE47214140;约30张\n2;34.27,108.95;SRID=4326;\"POLYGON ((108 34, 108.1 34, 108.1 34.1, 108 34))\";3,5\n";

    private const string Kml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>d</name><Schema name=\"s\"><SimpleField name=\"n\" type=\"int\"/></Schema>"
        + "<Folder><name>学校</name><Placemark id=\"p\"><name>一小</name><description><![CDATA[<b>好</b>]]></description><ExtendedData><Data name=\"capacity\"><value>900</value></Data>"
        + "<SchemaData schemaUrl=\"#s\"><SimpleData name=\"n\">1</SimpleData></SchemaData></ExtendedData><Point><coordinates>108.94,34.26,0</coordinates></Point></Placemark></Folder>"
        + "<Folder><name>面</name><Placemark><MultiGeometry><Point><coordinates>108,34</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>\n108,34 108.1,34 108.1,34.1 108,34\n</coordinates></LinearRing></outerBoundaryIs>"
        + "<innerBoundaryIs><LinearRing><coordinates>108.05,34.01 108.06,34.01 108.06,34.02 108.05,34.01</coordinates></LinearRing></innerBoundaryIs></Polygon></MultiGeometry></Placemark>"
        + "<Placemark><LineString><altitudeMode>absolute</altitudeMode><coordinates>108,34,1 108.1,34.1,9</coordinates></LineString></Placemark></Folder></Document></kml>";

    private const string Osm =
        "<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\"><bounds minlat=\"34\" minlon=\"108\" maxlat=\"35\" maxlon=\"109\"/><node id=\"1\" lat=\"34.0\" lon=\"108.0\"/><node id=\"2\" lat=\"34.001\" lon=\"108.001\"><tag k=\"highway\" v=\"crossing\"/></node>"
        + "<node id=\"3\" lat=\"34.002\" lon=\"108.0\"/><node id=\"4\" lat=\"34.003\" lon=\"108.0\"><tag k=\"amenity\" v=\"pharmacy\"/><tag k=\"name\" v=\"药店\"/></node><way id=\"7\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/><tag k=\"highway\" v=\"footway\"/><tag k=\"incline\" v=\"5%\"/></way>"
        + "<way id=\"8\"><nd ref=\"1\"/><nd ref=\"2\"/><nd ref=\"3\"/><nd ref=\"1\"/><tag k=\"building\" v=\"apartments\"/><tag k=\"building:levels\" v=\"6\"/></way><relation id=\"9\"><member type=\"way\" ref=\"8\" role=\"outer\"/><tag k=\"type\" v=\"multipolygon\"/><tag k=\"leisure\" v=\"park\"/></relation></osm>";

    /// <summary>All of them.</summary>
    public static IEnumerable<Seed> All()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var utf8 = Encoding.UTF8;
        yield return Seed.Of("geojson", "a.geojson", utf8.GetBytes(Features));
        yield return Seed.Of("geojson", "b.geojsonl", utf8.GetBytes("\u001E" + Features[(Features.IndexOf("[{", StringComparison.Ordinal) + 1)..^2].Replace("},{\"type\":\"Feature\"", "}\n\u001E{\"type\":\"Feature\"", StringComparison.Ordinal) + "\n"));
        yield return Seed.Of("geojson", "c.geojson", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Features)]);
        yield return Seed.Of("csv", "a.csv", utf8.GetBytes(Table));
        yield return Seed.Of("csv", "b.csv", Encoding.GetEncoding("gb18030").GetBytes(Table));
        yield return Seed.Of("csv", "c.csv", utf8.GetBytes(Pairs));
        yield return Seed.Of("csv", "d.csv.gz", Gzip(utf8.GetBytes(Table)));
        yield return Seed.Of("csv", "e.tsv", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Table.Replace(',', '\t'))]);
        yield return Seed.Of("xlsx", "a.xlsx", MadeXlsx.Bytes());
        yield return Seed.Of("kml", "a.kml", utf8.GetBytes(Kml));
        yield return Seed.Of("kml", "b.kml", Encoding.GetEncoding("gb18030").GetBytes(Kml.Replace("UTF-8", "GBK", StringComparison.Ordinal)));
        yield return Seed.Of("kml", "c.kmz", Zip(("doc.kml", utf8.GetBytes(Kml)), ("files/a.png", [1, 2, 3])));
        var shape = MadeShapefile.Files();
        yield return new Seed("shapefile", "s.shp", shape);
        yield return Seed.Of("zip", "a.zip", Zip([.. shape.Select(f => ("数据/" + f.Key, f.Value))]));
        yield return Seed.Of("zip", "b.zip", Zip(("a.geojson", utf8.GetBytes(Features)), ("b.csv", utf8.GetBytes(Table))));
        yield return Seed.Of("geopackage", "a.gpkg", GeoPackage());
        yield return Seed.Of("osm-xml", "a.osm", utf8.GetBytes(Osm));
        yield return Seed.Of("osm-xml", "b.osm.gz", Gzip(utf8.GetBytes(Osm)));
        foreach (var zlib in new[] { false, true })
        {
            yield return Seed.Of("osm-pbf", "a.osm.pbf", [.. TinyPbf.Header("OsmSchema-V0.6", "DenseNodes"), .. TinyPbf.Street(dense: true, zlib)]);
            yield return Seed.Of("osm-pbf", "b.osm.pbf", [.. TinyPbf.Header("OsmSchema-V0.6"), .. TinyPbf.Street(dense: false, zlib)]);
        }
    }

    private static byte[] GeoPackage()
    {
        using var folder = new TempFolder();
        var features = folder.Write("a.geojson", Features);
        Workspaces.Build(
            folder.File("a.gpkg"),
            made => Importer.Import(made, features, new ImportOptions
            {
                Layer = WorkspaceLayers.Facilities,
            }, RulePackFiles.Load(null)), overwrite: false);
        return File.ReadAllBytes(folder.File("a.gpkg"));
    }

    private static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var writer = new GZipStream(packed, CompressionLevel.Fastest))
        {
            writer.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
