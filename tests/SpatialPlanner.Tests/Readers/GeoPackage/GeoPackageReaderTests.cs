using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.GeoPackage;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.GeoPackage;

public sealed class GeoPackageReaderTests : IDisposable
{
    private const string Wkt = "PROJCS[\"local\",GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\",SPHEROID[\"WGS 84\",6378137,298.257223563]],"
        + "PRIMEM[\"Greenwich\",0],UNIT[\"degree\",0.0174532925199433]],PROJECTION[\"Transverse_Mercator\"],PARAMETER[\"latitude_of_origin\",0],"
        + "PARAMETER[\"central_meridian\",117.3],PARAMETER[\"scale_factor\",1],PARAMETER[\"false_easting\",500000],PARAMETER[\"false_northing\",0],UNIT[\"metre\",1]]";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("POINT (1 2)", Ordinates.XY)]
    [InlineData("POINT Z (1 2 3)", Ordinates.XYZ)]
    [InlineData("POINT M (1 2 3)", Ordinates.XYM)]
    [InlineData("POINT ZM (1 2 3 4)", Ordinates.XYZM)]
    [InlineData("POINT EMPTY", Ordinates.XY)]
    [InlineData("LINESTRING Z (0 0 1, 1 1 2)", Ordinates.XYZ)]
    [InlineData("LINESTRING EMPTY", Ordinates.XY)]
    [InlineData("POLYGON ((0 0, 9 0, 9 9, 0 0), (2 1, 3 1, 3 2, 2 1))", Ordinates.XY)]
    [InlineData("POLYGON EMPTY", Ordinates.XY)]
    [InlineData("MULTIPOINT ((1 2), (3 4))", Ordinates.XY)]
    [InlineData("MULTILINESTRING ZM ((0 0 1 2, 1 1 2 3), (5 5 5 5, 6 6 6 6))", Ordinates.XYZM)]
    [InlineData("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))", Ordinates.XY)]
    [InlineData("GEOMETRYCOLLECTION (POINT (1 2), LINESTRING (0 0, 1 1))", Ordinates.XY)]
    public void EveryWkbAndEveryEnvelopeIsRead(string wkt, Ordinates ordinates)
    {
        var expected = new WKTReader().Read(wkt);
        foreach (var order in new[] { ByteOrder.BigEndian, ByteOrder.LittleEndian })
        {
            foreach (var strict in new[] { true, false })
            {
                var wkb = new WKBWriter(order, false) { HandleOrdinates = ordinates, Strict = strict }.Write(expected);
                foreach (var (kind, bytes) in new[] { (0, 0), (1, 32), (2, 48), (3, 48), (4, 64) })
                {
                    var read = GeoPackageBlob.Parse([(byte)'G', (byte)'P', 0, (byte)(kind << 1), 0, 0, 0, 0, .. new byte[bytes], .. wkb]);
                    Assert.True(expected.EqualsExact(read), read.AsText());
                    Assert.Equal(
                        ordinates.HasFlag(Ordinates.Z) ? expected.Coordinates.Select(c => c.Z) : expected.Coordinates.Select(_ => double.NaN),
                        read.Coordinates.Select(c => c.Z));
                }
            }
        }
    }

    [Fact]
    public void DamagedGeometriesAreFaultsWhateverTheBytes()
    {
        var wkb = new WKBWriter().Write(new WKTReader().Read("MULTIPOLYGON (((0 0, 1 0, 1 1, 0 0)), ((5 5, 6 5, 6 6, 5 5)))"));
        byte[] whole = [(byte)'G', (byte)'P', 0, 0, 0, 0, 0, 0, .. wkb];
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var bytes = (byte[])whole.Clone();
            for (var hits = random.Next(1, 4); hits > 0; hits--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            try
            {
                GeoPackageBlob.Parse(bytes.AsSpan(0, random.Next(bytes.Length + 1)));
            }
            catch (RowFault)
            {
                // What is to be expected.
            }
        }
    }

    [Fact]
    public void CurvesAreFaultsWithARemedy() => Assert.Contains(
        "curve", Assert.Throws<RowFault>(() => GeoPackageBlob.Parse([(byte)'G', (byte)'P', 0, 0, 0, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0, 0, 0])).What.En,
        StringComparison.Ordinal);

    [Fact]
    public void TablesViewsAndValuesAreRead()
    {
        var path = Make();
        var read = ReadSource.Of(path, "roads");
        Assert.Equal(["roads", "people", "view of roads"], read.Tables);
        Assert.Equal(["fid", "name", "open", "width", "day", "photo"], read.Fields.Names);
        Assert.Equal(["长安街", true, 7.5, "2024-05-06", null], read.Rows[0].Values.Values.Skip(1));
        Assert.Equal([null, false, null, null, null], read.Rows[1].Values.Values.Skip(1));
        Assert.Equal("LINESTRING (0 0, 1 1)", read.Rows[0].Geometry!.AsText());
        Assert.Null(read.Rows[1].Geometry);
        Assert.Contains("standard form", read.Rows[2].Fault, StringComparison.Ordinal);
        Assert.Equal("row 3", read.Rows[2].Place);
        Assert.Equal((Wkt, "gpkg_spatial_ref_sys"), (read.Crs!.Text, read.Crs.Where));
        var people = ReadSource.Of(path, "people");
        Assert.Equal((null, 3L), (people.Crs, people.Rows[0].Values["n"]));
        Assert.Single(ReadSource.Of(path, "view of roads").Rows);
        Assert.Equal("EPSG:4546", ReadSource.Of(path, "view of roads").Crs!.Text);
    }

    [Fact]
    public void AFileInWriteAheadModeIsReadWithoutAFileBesideIt()
    {
        var path = Make("PRAGMA journal_mode = WAL;");
        Assert.Equal(3, ReadSource.Of(path).Rows.Count);
        Assert.Equal(["g.gpkg"], Directory.GetFiles(_folder.File(".")).Select(Path.GetFileName));
        using var writer = Connect(path);
        Run(writer, "INSERT INTO people (n) VALUES (5);");
        Assert.Equal(2, ReadSource.Of(path, "people").Rows.Count);
    }

    [Fact]
    public void ALockedFileIsToldAfterAWhile()
    {
        var path = Make();
        using var writer = Connect(path);
        Run(writer, "BEGIN EXCLUSIVE;");
        Assert.Equal("another program is using the file", ReadSource.Refusal(path).What.En);
    }

    [Fact]
    public void DamagedAndForeignFilesAreRefusedInWords()
    {
        var path = Make();
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        Assert.Contains("damaged", ReadSource.Refusal(path).What.En, StringComparison.Ordinal);
        File.WriteAllText(path, "no database");
        Assert.Contains("damaged or no GeoPackage", ReadSource.Refusal(path).What.En, StringComparison.Ordinal);
        File.Delete(path);
        using (var plain = Connect(path))
        {
            Run(plain, "CREATE TABLE t (a); INSERT INTO t VALUES (1);");
        }

        Assert.Equal("this is an SQLite database, but no GeoPackage", ReadSource.Refusal(path).What.En);
    }

    [Fact]
    public void AWorkspaceGivesItsLayers()
    {
        using (var workspace = GeoPackageWorkspace.Create(_folder.File("w.gpkg")))
        {
            var row = new LayerRow(new Point(117, 32), new object?[WorkspaceLayers.Facilities.Columns.Count], "x");
            row.Values[0] = "f1";
            workspace.Commit(
                new LayerBatch("t", "EPSG:4326", new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>>
                {
                    [WorkspaceLayers.Facilities] = [row],
                }, new Dictionary<LayerSchema, int>(), []),
                new ImportSource("t", "0", 0), false, null, default);
        }

        var read = ReadSource.Of(_folder.File("w.gpkg"), "facilities");
        Assert.Equal(
            WorkspaceLayers.Imported.Select(l => l.Name).Order(StringComparer.Ordinal),
            read.Tables.Order(StringComparer.Ordinal));
        Assert.Equal("f1", Assert.Single(read.Rows).Values["id"]);
        Assert.Equal("EPSG:4326", read.Crs!.Text);
    }

    private string Make(string also = "")
    {
        var path = _folder.File("g.gpkg");
        using var connection = Connect(path);
        Run(connection, GeoPackageTables.Core);
        Run(connection, $"""
            INSERT INTO gpkg_spatial_ref_sys VALUES ('local', 100001, 'NONE', 100001, '{Wkt}', NULL), ('zone', 4546, 'epsg', 4546, 'undefined', NULL);
            CREATE TABLE roads (fid INTEGER PRIMARY KEY, geom LINESTRING, name TEXT, open BOOLEAN, width DOUBLE, day DATE, photo BLOB);
            CREATE TABLE people (fid INTEGER PRIMARY KEY, n INTEGER);
            CREATE VIEW "view of roads" AS SELECT fid, geom, name FROM roads WHERE name IS NOT NULL;
            INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES
              ('roads', 'features', 'r', 100001), ('people', 'attributes', 'p', NULL), ('view of roads', 'features', 'v', 4546),
              ('tiles', 'tiles', 't', NULL), ('gone', 'attributes', 'g', NULL);
            INSERT INTO gpkg_geometry_columns VALUES ('roads', 'geom', 'LINESTRING', 100001, 0, 0), ('view of roads', 'geom', 'LINESTRING', 4546, 0, 0);
            INSERT INTO people (n) VALUES (3);
            """);
        using var insert = connection.CreateCommand();
        insert.CommandText = "INSERT INTO roads VALUES (1, $geom, '长安街', 1, 7.5, '2024-05-06', x'0102'), (2, NULL, NULL, 0, NULL, NULL, NULL), (3, x'00', NULL, NULL, NULL, NULL, NULL);";
        byte[] blob = [(byte)'G', (byte)'P', 0, 0, 0, 0, 0, 0, .. new WKBWriter().Write(new WKTReader().Read("LINESTRING (0 0, 1 1)"))];
        insert.Parameters.AddWithValue("$geom", blob);
        insert.ExecuteNonQuery();
        if (also.Length > 0)
        {
            Run(connection, also);
        }

        return path;
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The tests' own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
