using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Export.FlatGeobuf;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Export;

public sealed class FlatGeobufTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [GdalTheory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(300)]
    public void TheIndexFindsWhatIsInABox(int count)
    {
        var random = new Random(count);
        LayerRow[] rows =
        [
            .. Enumerable.Range(0, count).Select(i => Rows.Square(Buildings, $"b{i}", 108 + random.NextDouble(), 34 + random.NextDouble(), 0.01)),
            Rows.Of(Buildings, null, ("id", "nowhere")),
        ];
        var path = _folder.File("x.fgb");
        LayerExport.Write(Buildings, rows, null, "fgb", path);
        foreach (var box in new[] { new Envelope(108.2, 108.7, 34.3, 34.6), new Envelope(108, 108.05, 34, 35), new Envelope(100, 101, 34, 35) })
        {
            string[] corners = [.. new[] { box.MinX, box.MinY, box.MaxX, box.MaxY }.Select(v => v.ToString(CultureInfo.InvariantCulture))];
            var found = GdalRows.Read(path, Buildings, c => c, "-spat", corners[0], corners[1], corners[2], corners[3]);
            Assert.Equal(
                rows.Where(r => r.Geometry?.EnvelopeInternal.Intersects(box) == true).Select(r => (string)r.Values[0]!).Order(StringComparer.Ordinal),
                found.Select(r => (string)r.Values[0]!).Order(StringComparer.Ordinal));
        }

        Assert.Equal(count + 1, GdalRows.Read(path, Buildings, c => c).Count);
    }

    [Fact]
    public void TheHilbertCurveVisitsEveryCellOnceAndStepsToNeighbours()
    {
        const int side = 8;
        var order = new HilbertOrder(new Envelope(0, side - 1, 0, side - 1));
        var path = Enumerable.Range(0, side * side).Select(i => (X: i % side, Y: i / side))
            .OrderBy(c => order.Of(new Envelope(c.X, c.X, c.Y, c.Y))).ToList();
        Assert.All(path.Zip(path.Skip(1)), p => Assert.Equal(1, Math.Abs(p.First.X - p.Second.X) + Math.Abs(p.First.Y - p.Second.Y)));
    }
}
