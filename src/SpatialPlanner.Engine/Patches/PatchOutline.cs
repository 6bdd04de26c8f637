using NetTopologySuite.Geometries;
using NetTopologySuite.Operation.Union;
using NetTopologySuite.Simplify;

namespace SpatialPlanner.Engine.Patches;

/// <summary>
/// Draws places as one polygon: their outlines with the gaps between them closed (grown by half the gap, united, and shrunk
/// again), so that the polygon is the ground on which they stand and not their hull.
/// </summary>
public static class PatchOutline
{
    /// <summary>The polygon goes so far around the outlines, metres: a place that is a point becomes a disc.</summary>
    public const double MarginMetres = 5;

    private const double ToleranceMetres = 1;
    private const int SegmentsOfQuadrant = 4;

    /// <summary>
    /// Draws a group of places. Holes smaller than a square with sides of the gap are closed; larger ones stay, since they
    /// hold what does not belong. Places that nearly miss each other at their corners leave several pieces.
    /// </summary>
    /// <param name="places">Outlines or points, metres; not empty.</param>
    /// <param name="gapMetres">Gaps up to this are closed; over twice the margin.</param>
    /// <returns>A valid polygon or multipolygon that holds every place.</returns>
    public static Geometry Of(IEnumerable<Geometry> places, double gapMetres)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(gapMetres, 2 * MarginMetres);
        var grown = CascadedPolygonUnion.Union(
            [.. places.Select(p => p.Buffer(gapMetres / 2, SegmentsOfQuadrant))]);
        var closed = grown.Buffer(MarginMetres - (gapMetres / 2), SegmentsOfQuadrant);
        var simple = TopologyPreservingSimplifier.Simplify(closed, ToleranceMetres);
        return WithoutSmallHoles(simple.IsValid ? simple : closed, gapMetres * gapMetres);
    }

    private static Geometry WithoutSmallHoles(Geometry area, double smallest)
    {
        var pieces = new Polygon[area.NumGeometries];
        for (var i = 0; i < pieces.Length; i++)
        {
            var piece = (Polygon)area.GetGeometryN(i);
            pieces[i] = area.Factory.CreatePolygon(
                piece.Shell, [.. piece.Holes.Where(h => area.Factory.CreatePolygon(h).Area >= smallest)]);
        }

        return pieces.Length == 1 ? pieces[0] : area.Factory.CreateMultiPolygon(pieces);
    }
}
