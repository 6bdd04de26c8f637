using NetTopologySuite.Geometries;
using NetTopologySuite.Index.Strtree;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Districts;

/// <summary>The outlines of buildings, to be asked what stands in a way. Safe to share between threads.</summary>
public sealed class Footprints
{
    private readonly STRtree<Geometry> tree = new();

    /// <summary>Indexes outlines; buildings that are points stand in nobody's way.</summary>
    /// <param name="buildings">Rows of <c>buildings</c>.</param>
    public Footprints(IEnumerable<LayerRow> buildings)
    {
        foreach (var row in buildings)
        {
            if (row.Geometry is { IsEmpty: false, Dimension: Dimension.Surface } outline)
            {
                tree.Insert(outline.EnvelopeInternal, outline);
            }
        }

        tree.Build();
    }

    /// <summary>True where a straight way leads through a building; it may lead along one.</summary>
    /// <param name="from">One end, longitude and latitude.</param>
    /// <param name="to">The other end.</param>
    public bool AreCrossedBy((double Lon, double Lat) from, (double Lon, double Lat) to)
    {
        // Straight in degrees and straight in metres differ by a fraction of a millimetre over 60 m.
        var way = new LineString([new Coordinate(from.Lon, from.Lat), new Coordinate(to.Lon, to.Lat)]);
        return tree.Query(way.EnvelopeInternal).Any(b => b.Intersects(way) && !b.Touches(way));
    }
}
