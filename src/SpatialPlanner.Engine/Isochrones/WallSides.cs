using System.Buffers;
using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Engine.Isochrones;

/// <summary>
/// Which compound ground and streets lie in, as places are linked: the number of the compound, or
/// <see cref="PlaceLinker.Outside"/>. A compound without a street of its own counts as open ground here; those who live
/// there walk to its gates.
/// </summary>
internal sealed class WallSides(PlaceLinker linker)
{
    private readonly List<double> crossings = [];

    /// <summary>The side that an edge lies on.</summary>
    /// <param name="edge">Edge.</param>
    public int OfEdge(int edge) => linker.CompoundOfEdge(edge);

    /// <summary>The side of each vertex of a grid; where compounds overlap, the lowest. Rented from the shared pool.</summary>
    /// <param name="grid">The grid.</param>
    public int[] OfVertices(FieldGrid grid)
    {
        var sides = ArrayPool<int>.Shared.Rent(grid.Count);
        sides.AsSpan(0, grid.Count).Fill(PlaceLinker.Outside);
        var compounds = linker.CompoundsWithin(grid.Box);
        // From the highest down, so that the lowest is written last.
        for (var i = compounds.Length - 1; i >= 0; i--)
        {
            if (linker.HasEdges[compounds[i]])
            {
                Fill(sides, grid, linker.Compounds[compounds[i]].Wall, compounds[i]);
            }
        }

        return sides;
    }

    /// <summary>Fills the inside row by row, between every other crossing of the wall (scan conversion).</summary>
    private void Fill(int[] sides, FieldGrid grid, Geometry wall, int side)
    {
        var cell = grid.CellMetres;
        var extent = wall.EnvelopeInternal;
        var first = Math.Max(0, (int)Math.Ceiling(extent.MinY / cell) - grid.Row0);
        var last = Math.Min(grid.Rows - 1, (int)Math.Floor(extent.MaxY / cell) - grid.Row0);
        for (var row = first; row <= last; row++)
        {
            FindCrossings(wall, (grid.Row0 + row) * cell);
            for (var c = 0; c + 1 < crossings.Count; c += 2)
            {
                var west = Math.Max(0, (int)Math.Ceiling(crossings[c] / cell) - grid.Column0);
                var east = Math.Min(grid.Columns - 1, (int)Math.Floor(crossings[c + 1] / cell) - grid.Column0);
                if (east >= west)
                {
                    sides.AsSpan((row * grid.Columns) + west, east - west + 1).Fill(side);
                }
            }
        }
    }

    private void FindCrossings(Geometry wall, double y)
    {
        crossings.Clear();
        for (var g = 0; g < wall.NumGeometries; g++)
        {
            var polygon = (Polygon)wall.GetGeometryN(g);
            AddCrossings(polygon.Shell.CoordinateSequence, y);
            foreach (var hole in polygon.Holes)
            {
                AddCrossings(hole.CoordinateSequence, y);
            }
        }

        crossings.Sort();
    }

    private void AddCrossings(CoordinateSequence ring, double y)
    {
        for (var i = 1; i < ring.Count; i++)
        {
            var (ay, by) = (ring.GetY(i - 1), ring.GetY(i));
            // Half open, so that a corner counts once.
            if ((ay <= y) != (by <= y))
            {
                var t = (y - ay) / (by - ay);
                crossings.Add(ring.GetX(i - 1) + (t * (ring.GetX(i) - ring.GetX(i - 1))));
            }
        }
    }
}
