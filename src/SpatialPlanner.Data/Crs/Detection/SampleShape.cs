using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>What a feature is compared with streets by.</summary>
internal enum ShapeKind
{
    /// <summary>A place.</summary>
    Point,

    /// <summary>A line.</summary>
    Line,

    /// <summary>An outline.</summary>
    Polygon,
}

/// <summary>One feature in file coordinates.</summary>
/// <param name="Kind">Its kind; of a collection that of its first part.</param>
/// <param name="Extent">Its extent.</param>
/// <param name="Lines">
/// Its rings (of the largest polygon), its lines, or one place a line. Points of a ring are closed.
/// </param>
internal sealed record SampleShape(ShapeKind Kind, Envelope Extent, Coordinate[][] Lines)
{
    /// <summary>Middle of its extent, or the place of a point.</summary>
    public Coordinate Middle { get; } = Kind == ShapeKind.Point ? Lines[0][0] : Extent.Centre;

    /// <summary>True where all of its coordinates are numbers.</summary>
    public bool IsFinite => Array.TrueForAll(Lines, line => Array.TrueForAll(line, c => double.IsFinite(c.X) && double.IsFinite(c.Y)));

    /// <summary>The shape of a feature that has a position.</summary>
    public static SampleShape Of(Geometry geometry)
    {
        var part = Parts(geometry).OrderByDescending(p => p.Dimension).ThenByDescending(p => p.EnvelopeInternal.Area).First();
        return part switch
        {
            Polygon polygon => new(
                ShapeKind.Polygon, part.EnvelopeInternal,
                [polygon.Shell.Coordinates, .. polygon.Holes.Select(h => h.Coordinates)]),
            LineString => new(ShapeKind.Line, part.EnvelopeInternal, [part.Coordinates]),
            _ => new(ShapeKind.Point, part.EnvelopeInternal, [part.Coordinates]),
        };
    }

    private static IEnumerable<Geometry> Parts(Geometry geometry) =>
        geometry is GeometryCollection collection
            ? collection.Geometries.Where(g => !g.IsEmpty).SelectMany(Parts)
            : [geometry];
}
