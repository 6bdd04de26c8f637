namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>Counts how a layer lies among streets, also where it is moved.</summary>
internal sealed class StreetComparison
{
    // A feature farther from any street is beyond the network's rim, and no evidence.
    private const double NearMetres = 60;
    private const double OnStreetMetres = 3;
    private const double BesideMetres = 10;

    // A street that only touches a corner may be drawn a little off.
    private const double InsideMetres = 2;
    private const int PlacesOnOutline = 6;

    // Taken evenly from the layer; with these the deviation of a share is 1 to 2 %, and more take time.
    private const int MostPoints = 2000;
    private const int MostShapes = 700;
    private readonly List<PlacedShape> shapes;
    private readonly List<(double X, double Y)[]> places;
    private readonly StreetReference streets;
    private readonly StreetScratch scratch = new();
    private readonly bool arePolygons;

    public StreetComparison(IReadOnlyList<PlacedShape> all, StreetReference streets)
    {
        this.streets = streets;
        var kind = all.Count == 0 ? ShapeKind.Point : all.CountBy(s => s.Kind).MaxBy(k => k.Value).Key;
        arePolygons = kind == ShapeKind.Polygon;
        var ofKind = all.Where(s => s.Kind == kind).ToList();
        var count = Math.Min(ofKind.Count, kind == ShapeKind.Point ? MostPoints : MostShapes);
        shapes = [.. Enumerable.Range(0, count).Select(i => ofKind[(int)((long)i * ofKind.Count / count)])];
        places = [.. shapes.Select(PlacesOf)];
    }

    /// <summary>The shares where the layer is moved by (dx, dy) metres.</summary>
    public StreetShares At(double dx, double dy)
    {
        var (features, cut, onStreet, beside) = (0, 0, 0.0, 0.0);
        for (var i = 0; i < shapes.Count; i++)
        {
            var isCut = arePolygons && IsCut(shapes[i], dx, dy);
            var (near, on, by) = Near(places[i], dx, dy);
            if (!isCut && near == 0)
            {
                continue;
            }

            features++;
            cut += isCut ? 1 : 0;
            onStreet += (double)on / places[i].Length;
            beside += (double)by / places[i].Length;
        }

        return features == 0
            ? default
            : new(features, arePolygons ? (double)cut / features : null, onStreet / features, beside / features);
    }

    /// <summary>Median distance of the middles to the nearest street, of those that have one near.</summary>
    public double MedianMetres()
    {
        var metres = shapes.Select(s => streets.MetresToStreet(s.X, s.Y, NearMetres)).OfType<double>().Order().ToList();
        return metres.Count == 0 ? double.NaN : metres[metres.Count / 2];
    }

    private bool IsCut(PlacedShape shape, double dx, double dy) =>
        streets.MetresInside(shape.Rings, shape.Box, dx, dy, InsideMetres, scratch) >= InsideMetres;

    private (int Near, int OnStreet, int Beside) Near((double X, double Y)[] at, double dx, double dy)
    {
        var (near, onStreet, beside) = (0, 0, 0);
        foreach (var (x, y) in at)
        {
            if (streets.MetresToStreet(x + dx, y + dy, NearMetres) is { } metres)
            {
                near++;
                onStreet += metres <= OnStreetMetres ? 1 : 0;
                beside += metres <= BesideMetres ? 1 : 0;
            }
        }

        return (near, onStreet, beside);
    }

    /// <summary>A point, or places evenly along a line or an outline.</summary>
    private static (double X, double Y)[] PlacesOf(PlacedShape shape)
    {
        var line = shape.Rings[0];
        if (shape.Kind == ShapeKind.Point)
        {
            return [line[0]];
        }

        var along = new double[line.Length];
        for (var i = 1; i < line.Length; i++)
        {
            along[i] = along[i - 1] + Math.Sqrt(Squared(line[i].X - line[i - 1].X) + Squared(line[i].Y - line[i - 1].Y));
        }

        var (places, at) = (new (double X, double Y)[PlacesOnOutline], 1);
        for (var p = 0; p < PlacesOnOutline; p++)
        {
            var metres = along[^1] * (p + 0.5) / PlacesOnOutline;
            while (at < line.Length - 1 && along[at] < metres)
            {
                at++;
            }

            var length = along[at] - along[at - 1];
            var share = length == 0 ? 0 : (metres - along[at - 1]) / length;
            places[p] = (line[at - 1].X + (share * (line[at].X - line[at - 1].X)), line[at - 1].Y + (share * (line[at].Y - line[at - 1].Y)));
        }

        return places;
    }

    private static double Squared(double v) => v * v;
}
