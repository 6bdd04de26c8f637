using System.Buffers.Binary;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Tests.Support.ShapefileBytes;

namespace SpatialPlanner.Tests.Readers.Shapefile;

/// <summary>The .shp and .shx by their bytes.</summary>
public sealed class ShapeTests : IDisposable
{
    // Counterclockwise, against the specification for outer rings.
    private static readonly double[] Outer = [0, 0, 9, 0, 9, 9, 0, 9, 0, 0];
    private static readonly double[] Hole = [1, 1, 8, 1, 8, 8, 1, 8, 1, 1];
    private static readonly double[] Island = [3, 3, 5, 3, 5, 5, 3, 5, 3, 3];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void RingsThatAllRunOneWayNestByWhichLiesInWhich()
    {
        var read = Read(Shp(5, Parts(5, Outer, Hole, Island)));
        Assert.Equal(
            "MULTIPOLYGON (((0 0, 9 0, 9 9, 0 9, 0 0), (1 1, 8 1, 8 8, 1 8, 1 1)), ((3 3, 5 3, 5 5, 3 5, 3 3)))",
            read.Rows[0].Geometry!.AsText());
        Assert.Contains("1 polygons have rings that run the wrong way (the first: record 1)", Told(read), StringComparison.Ordinal);
    }

    [Fact]
    public void RingsInOrderAreNotRemarkedOn()
    {
        var read = Read(Shp(5, Parts(5, [.. Turned(Outer)], Hole)));
        Assert.Equal(2, ((NetTopologySuite.Geometries.Polygon)read.Rows[0].Geometry!).NumInteriorRings + 1);
        Assert.DoesNotContain("wrong way", Told(read), StringComparison.Ordinal);
    }

    [Fact]
    public void AHoleGivenBeforeItsOutlineFindsIt() => Assert.Equal(
        81 - 49, Read(Shp(5, Parts(5, Hole, [.. Turned(Outer)]))).Rows[0].Geometry!.Area);

    [Fact]
    public void OpenRingsAreClosedAndEmptyOnesLeftOut()
    {
        var read = Read(Shp(5, Parts(5, [0, 0, 0, 9, 9, 9, 9, 0], [1, 1, 1, 1, 1, 1, 1, 1])));
        Assert.Equal(81, read.Rows[0].Geometry!.Area);
        Assert.Contains(read.Told, t => t.Severity == Data.Problems.ProblemSeverity.Repaired && t.Place == "record 1");
    }

    [Fact]
    public void ALineOfOnePointHasNoGeometry() => Assert.True(Read(Shp(3, Parts(3, [1, 1]))).Rows[0].Geometry!.IsEmpty);

    [Fact]
    public void WithoutAttributesThatIsTold() =>
        Assert.Contains("without attributes", Told(Read(Shp(1, Point(1, 2)))), StringComparison.Ordinal);

    [Fact]
    public void AMultipatchIsRefused() => Assert.Contains(
        "multipatch", Refusal(Shp(31, Point(1, 2))).What.En, StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "the header of the .shp is wrong")]
    [InlineData(32, "no shape type")]
    public void AWrongHeaderIsRefused(int at, string expected)
    {
        var bytes = Shp(1, Point(1, 2));
        bytes[at] = 99;
        Assert.Contains(expected, Refusal(bytes).What.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(50)]
    [InlineData(101)]
    [InlineData(140)]
    public void ACutFileIsRefusedWithTheByte(int length)
    {
        var problem = Refusal(Shp(1, Point(1, 2), Point(3, 4))[..length]);
        Assert.Equal(($"byte {length}", true), (problem.Place, problem.What.En.Contains("cut off", StringComparison.Ordinal)));
    }

    [Fact]
    public void AWrongRecordLengthIsRefusedWithRecordAndByte()
    {
        var bytes = Shp(1, Point(1, 2), Point(3, 4), Point(5, 6));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(100 + 28 + 4), 1000);
        var problem = Refusal(bytes);
        Assert.Equal("record 2, byte 128", problem.Place);
        Assert.Contains("2000 bytes", problem.What.En, StringComparison.Ordinal);
    }

    [Fact]
    public void WithTheIndexAWrongRecordLengthCostsOneRow()
    {
        var bytes = Shp(1, [.. Enumerable.Range(0, 200).Select(i => Point(i, i))]);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(100 + (28 * 100) + 4), 1000);
        var read = Read(bytes, Shx(1, [.. Enumerable.Range(0, 200).Select(i => (100 + (28 * i), 20))]));
        var row = Assert.Single(read.Rows, r => r.Fault is not null);
        Assert.Equal("record 101, byte 2900", row.Place);
        Assert.Equal(199, read.Rows.Count(r => r.Geometry is not null));
    }

    [Theory]
    [InlineData(36)]
    [InlineData(40)]
    [InlineData(48)]
    public void DamagedCountsRejectTheRow(int at)
    {
        var content = Parts(3, [0, 0, 1, 1], [2, 2, 3, 3]);
        BinaryPrimitives.WriteInt32LittleEndian(content.AsSpan(at), int.MaxValue);
        var read = Read(Shp(3, content, Parts(3, [0, 0, 1, 1])));
        Assert.NotNull(read.Rows[0].Fault);
        Assert.Equal("record 1, byte 100", read.Rows[0].Place);
        Assert.NotNull(read.Rows[1].Geometry);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1.7e308)]
    public void CoordinatesThatAreNoNumbersRejectTheRow(double x) =>
        Assert.Contains("not a number", Read(Shp(1, Point(x, 2))).Rows[0].Fault, StringComparison.Ordinal);

    [Fact]
    public void TheIndexTellsWhichRecordsCountAndInWhichOrder()
    {
        // A program moved the first shape to the end and left its former place.
        var bytes = Shp(1, Point(0, 0), Point(2, 2), Point(1, 1));
        var read = Read(bytes, Shx(1, (100 + 56, 20), (100 + 28, 20)));
        Assert.Equal([1.0, 2.0], read.Rows.Select(r => r.Geometry!.Coordinate.X));
    }

    [Fact]
    public void AnIndexOfAnotherFileIsNotUsed()
    {
        var read = Read(Shp(1, Point(1, 1), Point(2, 2)), Shx(1, (100, 20), (164, 36)));
        Assert.Equal(2, read.Rows.Count);
        Assert.Contains("does not fit", Told(read), StringComparison.Ordinal);
    }

    [Fact]
    public void AHeaderThatWasNeverFinishedDoesNotHideTheRecords()
    {
        var bytes = Shp(1, Point(1, 1), Point(2, 2));
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(24), 50);
        Assert.Equal(2, Read(bytes).Rows.Count);
    }

    [Theory]
    [InlineData(".shx")]
    [InlineData(".PRJ")]
    [InlineData(".dbf")]
    public void APartThatIsGivenStandsForTheShapes(string ending)
    {
        File.WriteAllBytes(_folder.File("Map.SHP"), Shp(1, Point(1, 2)));
        File.WriteAllBytes(_folder.File("Map.dbf"), Dbf("utf-8", 0, [("a", 'C', 5, 0)], ["x"]));
        File.WriteAllBytes(_folder.File("Map.shx"), Shx(1, (100, 20)));
        File.WriteAllText(_folder.File("Map.PRJ"), "EPSG:4326");
        var read = ReadSource.Of(_folder.File("Map" + ending));
        Assert.Equal(("Shapefile", 1.0, "x"), (read.Format, read.Rows[0].Geometry!.Coordinate.X, (string)read.Rows[0].Values["a"]!));
        Assert.Equal("EPSG:4326", read.Crs!.Text);
    }

    [Fact]
    public void APartAloneNamesWhatIsMissing()
    {
        File.WriteAllBytes(_folder.File("a.shx"), Shx(1));
        Assert.Contains("a.shp is missing", ReadSource.Refusal(_folder.File("a.shx")).What.En, StringComparison.Ordinal);
    }

    private static IEnumerable<double> Turned(double[] ring) => ring.Chunk(2).Reverse().SelectMany(p => p);

    private static string Told(ReadSource read) => string.Join('\n', read.Told.Select(t => t.What.En));

    private ReadSource Read(byte[] shp, byte[]? shx = null) => ReadSource.Of(Write(shp, shx));

    private Data.Problems.InputProblem Refusal(byte[] shp) => ReadSource.Refusal(Write(shp, null));

    private string Write(byte[] shp, byte[]? shx)
    {
        File.WriteAllBytes(_folder.File("s.shp"), shp);
        if (shx is not null)
        {
            File.WriteAllBytes(_folder.File("s.shx"), shx);
        }

        return _folder.File("s.shp");
    }
}
