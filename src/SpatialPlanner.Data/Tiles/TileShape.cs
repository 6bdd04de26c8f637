using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Tiles;

/// <summary>
/// Draws shapes as the commands of a vector tile: clipped to the tile and its buffer, on whole units, outlines running
/// clockwise as they are seen and holes against it. A polygon that shrinks to nothing stays as a speck.
/// </summary>
internal sealed class TileShape(TileAddress tile)
{
    private const int MoveTo = 1, LineTo = 2, ClosePath = 7;
    private const double Least = -TileAddress.Buffer, Most = TileAddress.Extent + TileAddress.Buffer;

    private readonly TileBytes commands = new();
    private readonly List<(double X, double Y)> path = [], clipped = [];
    private readonly List<(int X, int Y)> units = [];
    private (int X, int Y) cursor;

    /// <summary>The commands of a geometry and its kind (1 point, 2 line, 3 polygon); null where nothing of it is in the tile.</summary>
    public (int Kind, byte[] Commands)? Draw(Geometry geometry)
    {
        commands.Clear();
        cursor = (0, 0);
        var kind = geometry.Dimension switch
        {
            Dimension.Point => 1,
            Dimension.Curve => 2,
            _ => 3,
        };
        if (kind == 1)
        {
            Points(geometry);
        }
        else
        {
            for (var i = 0; i < geometry.NumGeometries; i++)
            {
                Part(geometry.GetGeometryN(i));
            }
        }

        return commands.Length == 0 ? null : (kind, commands.Written.ToArray());
    }

    private void Points(Geometry geometry)
    {
        units.Clear();
        foreach (var at in geometry.Coordinates)
        {
            var (x, y) = tile.ToTile(at.X, at.Y);
            if (x is >= Least and <= Most && y is >= Least and <= Most)
            {
                units.Add(Unit(x, y));
            }
        }

        if (units.Count > 0)
        {
            Command(MoveTo, units.Count);
            foreach (var at in units)
            {
                Step(at);
            }
        }
    }

    private void Part(Geometry part)
    {
        switch (part)
        {
            case LineString line:
                Line(line.CoordinateSequence);
                break;
            case Polygon polygon when Ring(polygon.ExteriorRing.CoordinateSequence, isHole: false):
                for (var i = 0; i < polygon.NumInteriorRings; i++)
                {
                    Ring(polygon.GetInteriorRingN(i).CoordinateSequence, isHole: true);
                }

                break;
        }
    }

    private void Project(CoordinateSequence points)
    {
        path.Clear();
        for (var i = 0; i < points.Count; i++)
        {
            path.Add(tile.ToTile(points.GetX(i), points.GetY(i)));
        }
    }

    private void Line(CoordinateSequence points)
    {
        Project(points);
        units.Clear();
        for (var i = 1; i < path.Count; i++)
        {
            if (Cut(path[i - 1], path[i]) is not { } piece)
            {
                continue;
            }

            var (from, to) = (Unit(piece.From.X, piece.From.Y), Unit(piece.To.X, piece.To.Y));
            if (units.Count > 0 && units[^1] != from)
            {
                Strokes();
            }

            if (units.Count == 0)
            {
                units.Add(from);
            }

            if (units[^1] != to)
            {
                units.Add(to);
            }
        }

        Strokes();
    }

    private void Strokes()
    {
        // A line shorter than a unit is a dot of one: it does not vanish.
        if (units.Count == 1)
        {
            units.Add((units[0].X + 1, units[0].Y));
        }

        if (units.Count > 1)
        {
            Command(MoveTo, 1);
            Step(units[0]);
            Command(LineTo, units.Count - 1);
            for (var i = 1; i < units.Count; i++)
            {
                Step(units[i]);
            }
        }

        units.Clear();
    }

    private bool Ring(CoordinateSequence points, bool isHole)
    {
        Project(points);
        Clip();
        units.Clear();
        foreach (var (x, y) in path)
        {
            var at = Unit(x, y);
            if (units.Count == 0 || units[^1] != at)
            {
                units.Add(at);
            }
        }

        if (units.Count > 1 && units[0] == units[^1])
        {
            units.RemoveAt(units.Count - 1);
        }

        if (units.Count == 0)
        {
            return false;
        }

        var area = Area();
        if (units.Count < 3 || area == 0)
        {
            if (isHole)
            {
                return false;
            }

            var (x, y) = units[0];
            units.Clear();
            units.AddRange([(x, y), (x + 1, y), (x + 1, y + 1), (x, y + 1)]);
        }
        else if (area > 0 == isHole)
        {
            units.Reverse();
        }

        Command(MoveTo, 1);
        Step(units[0]);
        Command(LineTo, units.Count - 1);
        for (var i = 1; i < units.Count; i++)
        {
            Step(units[i]);
        }

        Command(ClosePath, 1);
        return true;
    }

    // Twice the area, positive for an outline: clockwise as it is seen, y running down.
    private long Area()
    {
        var sum = 0L;
        for (var i = 0; i < units.Count; i++)
        {
            var (a, b) = (units[i], units[(i + 1) % units.Count]);
            sum += ((long)a.X * b.Y) - ((long)b.X * a.Y);
        }

        return sum;
    }

    // Sutherland and Hodgman (1974): one side of the box after the other.
    private void Clip()
    {
        if (path.All(p => p.X is >= Least and <= Most && p.Y is >= Least and <= Most))
        {
            return;
        }

        Side(p => p.X - Least);
        Side(p => Most - p.X);
        Side(p => p.Y - Least);
        Side(p => Most - p.Y);
    }

    private void Side(Func<(double X, double Y), double> inside)
    {
        clipped.Clear();
        for (var i = 0; i < path.Count; i++)
        {
            var (a, b) = (path[i], path[(i + 1) % path.Count]);
            var (da, db) = (inside(a), inside(b));
            if (da >= 0)
            {
                clipped.Add(a);
            }

            if ((da >= 0) != (db >= 0))
            {
                var t = da / (da - db);
                clipped.Add((a.X + (t * (b.X - a.X)), a.Y + (t * (b.Y - a.Y))));
            }
        }

        path.Clear();
        path.AddRange(clipped);
    }

    // Liang and Barsky (1984): the stretch of a segment that is in the box.
    private static ((double X, double Y) From, (double X, double Y) To)? Cut((double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var (from, to) = (0.0, 1.0);
        foreach (var (step, room) in ((double, double)[])[(-dx, a.X - Least), (dx, Most - a.X), (-dy, a.Y - Least), (dy, Most - a.Y)])
        {
            if (step == 0 && room < 0)
            {
                return null;
            }

            if (step < 0)
            {
                from = Math.Max(from, room / step);
            }
            else if (step > 0)
            {
                to = Math.Min(to, room / step);
            }
        }

        return from > to ? null : ((a.X + (from * dx), a.Y + (from * dy)), (a.X + (to * dx), a.Y + (to * dy)));
    }

    private static (int X, int Y) Unit(double x, double y) => ((int)Math.Round(x), (int)Math.Round(y));

    private void Command(int command, int count) => commands.Varint((ulong)((count << 3) | command));

    private void Step((int X, int Y) to)
    {
        commands.Zigzag(to.X - cursor.X);
        commands.Zigzag(to.Y - cursor.Y);
        cursor = to;
    }
}
