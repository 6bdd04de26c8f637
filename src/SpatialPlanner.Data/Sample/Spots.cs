namespace SpatialPlanner.Data.Sample;

/// <summary>All places along streets, each given away once.</summary>
internal sealed class Spots
{
    private const int AttemptsEach = 200;
    private readonly SampleCity _city;
    private readonly SampleRandom _random;
    private readonly List<Spot> _all = [];
    private readonly HashSet<(int Parcel, int Number)> _used = [];

    public Spots(SampleCity city, SampleRandom random)
    {
        (_city, _random) = (city, random);
        foreach (var parcel in city.Parcels)
        {
            Add(parcel);
        }
    }

    /// <summary>Places by the weights of a kind, apart from each other; fewer where there is no room.</summary>
    public List<Spot> Take(ParcelUse? on, Scarcity scarcity, double apartMetres, int count)
    {
        var fitting = _all.Where(s => on is null ? s.On is ParcelUse.Housing or ParcelUse.Civic : s.On == on).ToList();
        var upTo = new double[fitting.Count];
        for (var i = 0; i < upTo.Length; i++)
        {
            upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + Weight(fitting[i], scarcity);
        }

        var taken = new List<Spot>(count);
        for (var attempt = 0; attempt < count * AttemptsEach && taken.Count < count && upTo.Length > 0; attempt++)
        {
            var found = Array.BinarySearch(upTo, _random.Between(0, upTo[^1]));
            var spot = fitting[found < 0 ? ~found : found];
            if (taken.TrueForAll(t => (t.At - spot.At).Length >= apartMetres) && Claim(spot, on))
            {
                taken.Add(spot);
            }
        }

        return taken;
    }

    /// <summary>A place is given once; a park or a school of its own takes its whole parcel.</summary>
    private bool Claim(Spot spot, ParcelUse? on) => _used.Add((spot.Parcel, on is null ? spot.Number : -1));

    private void Add(Parcel parcel)
    {
        for (var i = 0; i < parcel.Plot.Count; i++)
        {
            var (side, length) = (parcel.Plot.Sides[i], parcel.Plot.SideLength(i));
            var outwards = (parcel.Plot.At(i + 1) - side.From).Unit.Left * -1;
            var places = side.Kind == StreetKind.Wall ? 0 : (int)(length / 30);
            for (var k = 0; k < places; k++)
            {
                var on = side.From.Towards(parcel.Plot.At(i + 1), (k + _random.Between(0.2, 0.8)) / places);
                _all.Add(new Spot(
                    _all.Count, on + (outwards * (side.Kind.HalfWidthMetres() * 0.3)), parcel.Index, side.Kind,
                    parcel.Use));
            }
        }
    }

    private double Weight(Spot spot, Scarcity scarcity)
    {
        var housing = _city.Communities[_city.Parcels[spot.Parcel].Community].Housing;
        var busy = spot.Kind switch
        {
            StreetKind.Arterial => 1.6,
            StreetKind.Secondary => 1.5,
            StreetKind.Residential => 1.0,
            _ => 0.6,
        };
        var rare = scarcity switch
        {
            Scarcity.SouthEast => spot.At.X - spot.At.Y > 900 ? 0.03 : 1,
            Scarcity.OldTown => housing == HousingKind.Lanes ? 0.12 : 1,
            Scarcity.Outskirts => spot.At.Length > 2100 ? 0.22 : 1,
            _ => 1,
        };
        return busy * rare;
    }
}
