namespace SpatialPlanner.Data.Sample;

/// <summary>Draws the paths of one parcel and opens its gates.</summary>
internal sealed class InnerPaths(
    Parcel parcel, RowFrame frame, string name, SampleRandom random, List<Gate> gates, List<Street> streets)
{
    private const double BetweenGatesMetres = 45;
    private const double ShortOfClosedGateMetres = 2;
    private readonly bool _gated = ParcelLayout.IsGated(parcel);

    public void Lay(Spine spine)
    {
        if (parcel.Use == ParcelUse.School)
        {
            return;
        }

        for (var i = 0; i < spine.Paths.Count; i++)
        {
            var (y, low, high) = spine.Paths[i];
            var middle = new Vec(spine.X, y);
            Add(middle, new Vec(low, y));
            Add(middle, new Vec(high, y));
            if (i > 0)
            {
                Add(new Vec(spine.X, spine.Paths[i - 1].Y), middle);
            }
        }

        if (_gated)
        {
            OpenGates(spine);
        }
        else
        {
            OpenEverywhere(spine);
        }
    }

    /// <summary>A compound has one to three gates; the first is never closed.</summary>
    private void OpenGates(Spine spine)
    {
        var wished = Wished(parcel.Plot.AreaM2);
        var ends = spine.Ends
            .Select(e => (End: e, Score: random.Next() + Appeal(e)))
            .OrderByDescending(e => e.Score).Select(e => e.End).ToList();
        var chosen = new List<PathEnd>();
        foreach (var end in ends)
        {
            if (chosen.Count < wished && chosen.TrueForAll(c => (c.Wall - end.Wall).Length > BetweenGatesMetres))
            {
                chosen.Add(end);
                OpenGate(end, chosen.Count == 1);
            }
        }
    }

    /// <summary>Gates like the end of the spine and the larger streets.</summary>
    private double Appeal(PathEnd end) => (end.OnSpine ? 0.5 : 0) + (0.12 * (int)parcel.Plot.Sides[end.Side].Kind);

    private int Wished(double areaM2) =>
        areaM2 < 5500 ? 1 : 1 + random.Weighted(areaM2 < 12000 ? [0.45, 0.45, 0.1] : [0.2, 0.5, 0.3]);

    private void OpenGate(PathEnd end, bool main)
    {
        var access = (string[])["open", "residents", "hours", "closed"];
        var kind = access[random.Weighted(main ? [0.34, 0.46, 0.2, 0] : [0.22, 0.42, 0.2, 0.16])];
        var (wall, street) = (frame.ToWorld(end.Wall), frame.ToWorld(end.Street));
        var hours = kind == "hours" ? random.Of(["06:00-22:00", "06:00-23:00", "05:30-24:00"]) : null;
        gates.Add(new Gate(parcel.Index, wall, end.Side, kind, hours));
        streets.Add(new Street(wall, street, "footway"));
        var inside = frame.ToWorld(end.Inside);
        if (kind != "closed")
        {
            Piece(inside, wall, kind == "open" ? "open" : "residents");
        }
        else if ((wall - inside).Length > ShortOfClosedGateMetres * 2)
        {
            Piece(inside, wall + ((inside - wall).Unit * ShortOfClosedGateMetres), "residents");
        }
    }

    private void OpenEverywhere(Spine spine)
    {
        foreach (var end in spine.Ends)
        {
            Piece(frame.ToWorld(end.Inside), frame.ToWorld(end.Street), "open");
        }
    }

    private void Add(Vec from, Vec to) => Piece(frame.ToWorld(from), frame.ToWorld(to), _gated ? "residents" : "open");

    private void Piece(Vec from, Vec to, string access)
    {
        var lanes = parcel is { Use: ParcelUse.Housing, Housing: HousingKind.Lanes };
        streets.Add(new Street(from, to, lanes ? "living_street" : _gated ? "path" : "footway", lanes ? name : null)
        { Access = access });
    }
}
