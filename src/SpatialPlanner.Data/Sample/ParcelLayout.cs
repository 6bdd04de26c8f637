namespace SpatialPlanner.Data.Sample;

/// <summary>Lays out parcels: buildings, inner paths, and the gates, the only way from paths to streets.</summary>
internal sealed class ParcelLayout(SampleRecipe recipe)
{
    private readonly SampleRandom _random = new(recipe.Seed, 5);

    public List<House> Houses { get; } = [];

    public List<Gate> Gates { get; } = [];

    public List<Street> Streets { get; } = [];

    /// <summary>Lays out one parcel. A corner too sharp for buildings becomes a green.</summary>
    /// <param name="parcel">The parcel.</param>
    /// <param name="name">Its name, for lanes of the old town.</param>
    public Parcel Add(Parcel parcel, string name)
    {
        var shape = HousingShape.Of(parcel.Use, parcel.Housing);
        var frame = RowFrame.Along(parcel.Plot);
        if (parcel.Use != ParcelUse.Park
            && (TryRows(parcel, frame, shape, name) || TryRows(parcel, frame.Turned(), shape, name)))
        {
            return parcel;
        }

        Park(parcel);
        return parcel with { Use = ParcelUse.Park };
    }

    public static bool IsGated(Parcel parcel) =>
        parcel.Use == ParcelUse.Housing && parcel.Housing != HousingKind.Lanes;

    private bool TryRows(Parcel parcel, RowFrame frame, HousingShape shape, string name)
    {
        var plot = frame.ToLocal(parcel.Plot);
        var margin = parcel is { Use: ParcelUse.Housing, Housing: HousingKind.Lanes } ? 1.2 : 4.0;
        if (plot.Inset(_ => margin) is not { } inner)
        {
            return false;
        }

        var (low, high) = WideEnough(inner);
        var plan = RowPlan.Fill(low, high, shape);
        var spine = new Spine(frame.ToLocal(parcel.Cell), plot, inner, plan, shape.Length);
        if (spine.Ends.Count == 0)
        {
            return false;
        }

        var houses = new List<House>();
        new HouseRows(parcel, frame, inner, shape, _random, houses).Build(plan, spine.X);
        if (parcel.Use == ParcelUse.Housing && !houses.Exists(h => h.HousingM2 > 0))
        {
            return false;
        }

        Houses.AddRange(houses);
        new InnerPaths(parcel, frame, name, _random, Gates, Streets).Lay(spine);
        return true;
    }

    /// <summary>Heights between which a skewed plot has room for rows; one in its tip would be empty.</summary>
    private static (double Low, double High) WideEnough(ConvexCell inner)
    {
        const int steps = 40;
        var (bottom, top) = (inner.Sides.Min(s => s.From.Y), inner.Sides.Max(s => s.From.Y));
        var levels = Enumerable.Range(0, steps + 1).Select(i => bottom + ((top - bottom) * (i + 0.01) / (steps + 0.02)))
            .Select(y => (Y: y, Width: inner.RangeX(y) is var (west, east) ? east - west : 0)).ToList();
        var least = levels.Max(l => l.Width) * 0.55;
        return (levels.First(l => l.Width >= least).Y, levels.Last(l => l.Width >= least).Y);
    }

    private void Park(Parcel parcel)
    {
        var centre = parcel.Plot.Centre;
        for (var i = 0; i < parcel.Cell.Count; i++)
        {
            if (parcel.Cell.Sides[i].Kind != StreetKind.Wall && parcel.Cell.SideLength(i) > 20)
            {
                var end = parcel.Cell.At(i).Towards(parcel.Cell.At(i + 1), _random.Between(0.4, 0.6));
                Streets.Add(new Street(centre, end, "footway"));
            }
        }
    }
}
