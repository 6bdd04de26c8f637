namespace SpatialPlanner.Data.Sample;

/// <summary>An end of a path that could go on through the wall to a street.</summary>
/// <param name="Inside">Last point inside.</param>
/// <param name="Wall">Point on the wall.</param>
/// <param name="Side">Side of the plot.</param>
/// <param name="Street">Point in the middle of the street.</param>
/// <param name="OnSpine">True at the ends of the spine.</param>
internal sealed record PathEnd(Vec Inside, Vec Wall, int Side, Vec Street, bool OnSpine);

/// <summary>
/// The comb of paths in a parcel, in its own axes: a spine across the rows, and a path along every second gap.
/// </summary>
internal sealed class Spine
{
    private const double CornerMetres = 3;
    private const int Steps = 36;
    private readonly ConvexCell _cell;
    private readonly ConvexCell _plot;

    public Spine(ConvexCell cell, ConvexCell plot, ConvexCell inner, RowPlan plan, double houseMetres)
    {
        (_cell, _plot) = (cell, plot);
        var (low, high) = inner.RangeX((plan.Paths[0] + plan.Paths[^1]) / 2) ?? (plot.Centre.X, plot.Centre.X);
        // A narrow plot has room for houses on one side only: there the spine keeps to the edge.
        var narrow = high - low < (1.3 * houseMetres) + 6;
        for (var step = 0; step < Steps; step++)
        {
            Lay(low + ((high - low) * (narrow ? FromEdge(step) : FromMiddle(step))), inner, plan);
            if (Ends.Any(e => e.OnSpine))
            {
                return;
            }
        }

        Lay((low + high) / 2, inner, plan);
    }

    public double X { get; private set; }

    /// <summary>Height and extent of each path that meets the spine.</summary>
    public List<(double Y, double Low, double High)> Paths { get; } = [];

    /// <summary>Ends that reach a street if the wall is opened.</summary>
    public List<PathEnd> Ends { get; } = [];

    /// <summary>Left and right of the middle in turn, outwards.</summary>
    private static double FromMiddle(int step) => 0.5 + (((step % 2 * 2) - 1) * (step / 2) * 0.025);

    private static double FromEdge(int step) => 0.08 + (step * 0.84 / Steps);

    private void Lay(double x, ConvexCell inner, RowPlan plan)
    {
        X = x;
        Paths.Clear();
        Ends.Clear();
        foreach (var y in plan.Paths)
        {
            if (inner.RangeX(y) is var (low, high) && low < x - 1 && high > x + 1)
            {
                Paths.Add((y, low, high));
            }
        }

        if (Paths.Count == 0)
        {
            return;
        }

        TryEnd(new Vec(x, Paths[0].Y), new Vec(0, -1), true);
        TryEnd(new Vec(x, Paths[^1].Y), new Vec(0, 1), true);
        for (var i = 0; i < Paths.Count; i++)
        {
            TryEnd(new Vec(Paths[i].Low, Paths[i].Y), new Vec(-1, 0), false);
            TryEnd(new Vec(Paths[i].High, Paths[i].Y), new Vec(1, 0), false);
        }
    }

    private void TryEnd(Vec inside, Vec direction, bool onSpine)
    {
        var (wall, side) = _plot.Exit(inside, direction);
        var (street, streetSide) = _cell.Exit(inside, direction);
        var fromCorner = Math.Min((wall - _plot.At(side)).Length, (wall - _plot.At(side + 1)).Length);
        var straight = (street - wall).Length < (2 * _plot.Sides[side].Kind.HalfWidthMetres()) + 1;
        if (_plot.Sides[side].Kind != StreetKind.Wall && _cell.Sides[streetSide].Kind == _plot.Sides[side].Kind
            && fromCorner > CornerMetres && straight)
        {
            Ends.Add(new PathEnd(inside, wall, side, street, onSpine));
        }
    }
}
