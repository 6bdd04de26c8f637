namespace SpatialPlanner.Data.Sample;

/// <summary>All places along streets, each given away once.</summary>
internal sealed class Spots
{
    private readonly SampleCity _city;
    private readonly SampleRandom _random;
    private readonly List<Spot> _free = [];

    public Spots(SampleCity city, SampleRandom random)
    {
        (_city, _random) = (city, random);
        foreach (var parcel in city.Parcels)
        {
            Add(parcel);
        }
    }

    /// <summary>A place by the weights of a kind, apart from those already taken; null where none is left.</summary>
    public Spot? Take(ParcelUse? on, Scarcity scarcity, double apartMetres, IReadOnlyList<Vec> taken)
    {
        var fitting = _free.Where(s => on is null ? s.On is ParcelUse.Housing or ParcelUse.Civic : s.On == on)
            .Where(s => taken.All(t => (t - s.At).Length >= apartMetres)).ToList();
        if (fitting.Count == 0)
        {
            return null;
        }

        var spot = fitting[_random.Weighted([.. fitting.Select(s => Weight(s, scarcity))])];
        _free.RemoveAll(s => s == spot || (on is not null && s.Parcel == spot.Parcel));
        return spot;
    }

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
                _free.Add(new Spot(
                    on + (outwards * (side.Kind.HalfWidthMetres() * 0.3)), parcel.Index, side.Kind, parcel.Use));
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
            Scarcity.SouthEast => spot.At.X - spot.At.Y > 900 ? 0.07 : 1,
            Scarcity.OldTown => housing == HousingKind.Lanes ? 0.12 : 1,
            Scarcity.Outskirts => spot.At.Length > 2100 ? 0.22 : 1,
            _ => 1,
        };
        return busy * rare;
    }
}
