using NetTopologySuite.Algorithm.Locate;
using NetTopologySuite.Geometries;
using NetTopologySuite.Simplify;
using SpatialPlanner.Engine.Isochrones;

namespace SpatialPlanner.Engine.Patches;

/// <summary>
/// Draws places as one polygon: their outlines with the gaps between them closed (grown by half the gap and shrunk again, the
/// closing of mathematical morphology), so that the polygon is the ground on which they stand and not their hull. On a raster
/// of 4 m, larger for large patches: buffers and unions of NetTopologySuite took 31 s of processor time for the sample's 1,554
/// patches, this takes 1.9 s.
/// </summary>
public static class PatchOutline
{
    /// <summary>The smallest gap that the raster can close, metres.</summary>
    public const double SmallestGapMetres = 60;

    private const double FinestCellMetres = 4;
    private const double CoarsestCellMetres = 16;
    private const int MostVertices = 400_000;
    private const double ToleranceMetres = 1;

    /// <summary>
    /// Draws a group of places. The polygon goes 7 to 13 m around their outlines (1.5 cells and 1 m, and up to the diagonal of
    /// a cell), so that neither the raster nor smoothing cuts into one. Holes smaller than a square with sides of the gap are closed; larger ones stay, since they
    /// hold what does not belong. Places that nearly miss each other at their corners leave several pieces.
    /// </summary>
    /// <param name="places">Outlines or points, metres; not empty.</param>
    /// <param name="gapMetres">Gaps up to this are closed.</param>
    /// <returns>A valid polygon or multipolygon that holds every place.</returns>
    public static Geometry Of(IReadOnlyList<Geometry> places, double gapMetres)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(gapMetres, SmallestGapMetres);
        var (half, extent) = (gapMetres / 2, new Envelope());
        foreach (var place in places)
        {
            extent.ExpandToInclude(place.EnvelopeInternal);
        }

        var grid = FieldGrid.Around(
            (extent.MinX, extent.MinY, extent.MaxX, extent.MaxY), half, FinestCellMetres, CoarsestCellMetres, MostVertices);
        var depth = new GroundDepth(grid, Grown(grid, places, half));
        using var field = new WalkField(grid, half);
        for (var v = 0; v < grid.Count; v++)
        {
            field.Values[v] = -depth.Metres(v);
        }

        var level = (1.5 * grid.CellMetres) + ToleranceMetres - half;
        var drawn = RingAssembly.Polygons(new GeometryFactory(), new LevelSet(field).Rings((float)level));
        return WithoutSmallHoles(Smoothed(drawn), gapMetres * gapMetres);
    }

    // Ring by ring first, which takes a tenth of the time; the few patches in which rings then cross are done again with care.
    private static Geometry Smoothed(Geometry drawn)
    {
        var quick = new DouglasPeuckerSimplifier(drawn)
        {
            DistanceTolerance = ToleranceMetres,
            EnsureValidTopology = false,
        }.GetResultGeometry();
        if (quick.IsValid)
        {
            return quick;
        }

        var careful = TopologyPreservingSimplifier.Simplify(drawn, ToleranceMetres);
        return careful.IsValid ? careful : drawn;
    }

    /// <summary>The vertices that are no farther from a place than half the gap.</summary>
    private static bool[] Grown(FieldGrid grid, IReadOnlyList<Geometry> places, double half)
    {
        using var field = new WalkField(grid, half);
        var ground = new bool[grid.Count];
        foreach (var place in places)
        {
            AddOutline(field, grid, place);

            // Of a hall the middle is farther from the walls than they reach.
            if (Math.Min(place.EnvelopeInternal.Width, place.EnvelopeInternal.Height) > 2 * half)
            {
                Fill(grid, place, ground);
            }
        }

        for (var v = 0; v < ground.Length; v++)
        {
            ground[v] |= field.Values[v] <= half;
        }

        return ground;
    }

    private static void AddOutline(WalkField field, FieldGrid grid, Geometry place)
    {
        var rows = (0, grid.RowsOfBlocks - 1);
        if (place is Point point)
        {
            field.Add((point.X, point.Y), (point.X, point.Y), 0, 0, 0, rows);
            return;
        }

        foreach (var line in NetTopologySuite.Geometries.Utilities.LinearComponentExtracter.GetLines(place))
        {
            var along = line.Coordinates;
            for (var i = 1; i < along.Length; i++)
            {
                field.Add((along[i - 1].X, along[i - 1].Y), (along[i].X, along[i].Y), 0, 0, 0, rows);
            }
        }
    }

    private static void Fill(FieldGrid grid, Geometry hall, bool[] ground)
    {
        var inside = new IndexedPointInAreaLocator(hall);
        var (cell, box) = (grid.CellMetres, hall.EnvelopeInternal);
        for (var row = (int)Math.Ceiling(box.MinY / cell); row <= box.MaxY / cell; row++)
        {
            for (var column = (int)Math.Ceiling(box.MinX / cell); column <= box.MaxX / cell; column++)
            {
                if (inside.Locate(new Coordinate(column * cell, row * cell)) != Location.Exterior)
                {
                    ground[((row - grid.Row0) * grid.Columns) + column - grid.Column0] = true;
                }
            }
        }
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
