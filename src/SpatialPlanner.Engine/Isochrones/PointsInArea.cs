using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// Says of many points whether they lie in one polygon, its border counted: a ray to the east crosses the border an odd
/// number of times. The segments are sorted into strips from south to north, so that a point looks at the few beside it.
/// The crossings are counted by NetTopologySuite's exact predicate.
/// </summary>
internal sealed class PointsInArea
{
    private const double SegmentsOfStrip = 8;
    private const int MostStrips = 4096;
    private readonly Envelope extent;
    private readonly double stripsOfUnit;
    private readonly int[] first;
    private readonly Coordinate[] from;
    private readonly Coordinate[] to;

    /// <summary>Prepares a polygon.</summary>
    /// <param name="area">Polygon, multipolygon, or empty.</param>
    public PointsInArea(Geometry area)
    {
        extent = area.EnvelopeInternal;
        var segments = Segments(area);
        var strips = (int)Math.Clamp(segments.Count / SegmentsOfStrip, 1, MostStrips);
        stripsOfUnit = extent.Height > 0 ? strips / extent.Height : 0;
        first = new int[strips + 1];
        foreach (var (a, b) in segments)
        {
            for (var (s, last) = Strips(a, b); s <= last; s++)
            {
                first[s + 1]++;
            }
        }

        for (var s = 0; s < strips; s++)
        {
            first[s + 1] += first[s];
        }

        (from, to) = (new Coordinate[first[^1]], new Coordinate[first[^1]]);
        var next = first.AsSpan(0, strips).ToArray();
        foreach (var (a, b) in segments)
        {
            for (var (s, last) = Strips(a, b); s <= last; s++)
            {
                (from[next[s]], to[next[s]]) = (a, b);
                next[s]++;
            }
        }
    }

    /// <summary>True where a point is in the polygon or on its border.</summary>
    /// <param name="x">East or longitude, as the polygon has it.</param>
    /// <param name="y">North or latitude.</param>
    public bool Holds(double x, double y)
    {
        // False for an empty polygon too, whose extent holds nothing.
        if (!extent.Contains(x, y))
        {
            return false;
        }

        var counter = new RayCrossingCounter(new Coordinate(x, y));
        var strip = Strip(y);
        for (var k = first[strip]; k < first[strip + 1] && !counter.IsOnSegment; k++)
        {
            counter.CountSegment(from[k], to[k]);
        }

        return counter.IsPointInPolygon;
    }

    private static List<(Coordinate A, Coordinate B)> Segments(Geometry area)
    {
        var segments = new List<(Coordinate A, Coordinate B)>(area.NumPoints);
        for (var g = 0; g < area.NumGeometries; g++)
        {
            var polygon = (Polygon)area.GetGeometryN(g);
            AddRing(segments, polygon.Shell);
            foreach (var hole in polygon.Holes)
            {
                AddRing(segments, hole);
            }
        }

        return segments;
    }

    private static void AddRing(List<(Coordinate A, Coordinate B)> segments, LinearRing ring)
    {
        var corners = ring.Coordinates;
        for (var i = 1; i < corners.Length; i++)
        {
            segments.Add((corners[i - 1], corners[i]));
        }
    }

    private (int First, int Last) Strips(Coordinate a, Coordinate b) =>
        (Strip(Math.Min(a.Y, b.Y)), Strip(Math.Max(a.Y, b.Y)));

    private int Strip(double y) => Math.Clamp((int)((y - extent.MinY) * stripsOfUnit), 0, first.Length - 2);
}
