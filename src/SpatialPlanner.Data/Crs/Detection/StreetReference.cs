using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>
/// The streets that a layer is compared with, in a metric plane. Give what lies open on the ground: a tunnel or a
/// passage under a roof leads through buildings by right. Build it once for the layers of a file.
/// </summary>
public sealed class StreetReference
{
    private readonly WalkNetwork network;
    private readonly EdgeIndex index;
    private readonly LocalProjection plane;

    /// <summary>Makes the reference.</summary>
    /// <param name="streets">Lines in WGS 84, longitude first; other geometries are left out.</param>
    /// <param name="area">Extent of the place in WGS 84 beyond its streets (boundaries), or null.</param>
    public StreetReference(IEnumerable<Geometry> streets, Envelope? area = null)
    {
        var lines = streets.SelectMany(g => Enumerable.Range(0, g.NumGeometries).Select(g.GetGeometryN))
            .OfType<LineString>().Where(l => l.NumPoints > 1).ToList();
        var extent = area?.Copy() ?? new Envelope();
        lines.ForEach(l => extent.ExpandToInclude(l.EnvelopeInternal));
        (Extent, plane) = (extent, LocalProjection.Around(extent));
        var builder = new WalkNetworkBuilder();
        foreach (var line in lines)
        {
            var points = Array.ConvertAll(line.Coordinates, c => plane.ToLocal(c.X, c.Y));
            var ends = 2 * builder.EdgeCount;
            builder.AddEdge(
                ends, ends + 1, 1, default, Array.ConvertAll(points, p => p.X), Array.ConvertAll(points, p => p.Y));
        }

        network = builder.Build();
        index = new EdgeIndex(network);
    }

    /// <summary>Number of lines.</summary>
    public int StreetCount => network.EdgeCount;

    /// <summary>Extent in WGS 84; null (as NTS has it) where nothing is known of the place.</summary>
    public Envelope Extent { get; }

    /// <summary>Longitude and latitude to the metres of the plane.</summary>
    internal (double X, double Y) ToLocal(double lon, double lat) => plane.ToLocal(lon, lat);

    /// <summary>Metres to the nearest street, or null where none is within a distance.</summary>
    internal double? MetresToStreet(double x, double y, double within) =>
        network.EdgeCount == 0 ? null : index.Nearest(x, y, within)?.AccessMm / 1000.0;

    /// <summary>Metres of street inside a polygon; counted up to a limit.</summary>
    /// <param name="rings">Rings in the metres of the plane, closed; moved by (dx, dy).</param>
    /// <param name="box">Their extent, moved too.</param>
    /// <param name="dx">Metres east.</param>
    /// <param name="dy">Metres north.</param>
    /// <param name="most">Enough.</param>
    /// <param name="scratch">Reused; its content is overwritten.</param>
    internal double MetresInside(
        (double X, double Y)[][] rings, (double MinX, double MinY, double MaxX, double MaxY) box, double dx, double dy,
        double most, StreetScratch scratch)
    {
        if (network.EdgeCount == 0)
        {
            return 0;
        }

        var (minX, minY, maxX, maxY) = (box.MinX + dx, box.MinY + dy, box.MaxX + dx, box.MaxY + dy);
        scratch.Edges.Clear();
        index.AddWithin((minX, minY, maxX, maxY), scratch.Edges);
        scratch.Edges.Sort();
        var (sum, former, edges) = (0.0, -1, network.Edges);
        foreach (var e in scratch.Edges)
        {
            if (e == former)
            {
                continue;
            }

            former = e;
            for (var s = edges.FirstShapePoint[e]; s + 1 < edges.FirstShapePoint[e + 1] && sum < most; s++)
            {
                var (ax, ay, bx, by) = (edges.ShapeX[s], edges.ShapeY[s], edges.ShapeX[s + 1], edges.ShapeY[s + 1]);
                if (Math.Max(ax, bx) > minX && Math.Min(ax, bx) < maxX && Math.Max(ay, by) > minY && Math.Min(ay, by) < maxY)
                {
                    sum += SegmentInRings.Metres((ax - dx, ay - dy), (bx - dx, by - dy), rings, scratch.Shares);
                }
            }
        }

        return sum;
    }
}
