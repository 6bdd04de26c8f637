using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Sample;

/// <summary>Compounds, their land and gates, and the buildings.</summary>
internal sealed class HousingRows(SampleCity city, GeoFrame frame, IReadOnlyList<Residents> residents)
{
    private readonly ILookup<int, Gate> _gates = city.Gates.ToLookup(g => g.Parcel);

    /// <summary>Id of the compound on a parcel.</summary>
    public static string CompoundId(Parcel parcel) => $"C{parcel.Index + 1:0000}";

    public Rows Compounds()
    {
        var people = city.Houses.Select((h, i) => (h.Parcel, Residents: residents[i]))
            .GroupBy(p => p.Parcel, p => p.Residents).ToDictionary(g => g.Key, Residents.Sum);
        var rows = new Rows(WorkspaceLayers.Compounds);
        foreach (var parcel in city.Parcels.Where(p => p.Use == ParcelUse.Housing))
        {
            var sum = people.GetValueOrDefault(parcel.Index, new Residents(0, 0, []));
            rows.Add(
                frame.Polygon(Wall(parcel)), ("id", CompoundId(parcel)), ("name", city.ParcelNames[parcel.Index]),
                ("community_code", Code(parcel)), ("gated", ParcelLayout.IsGated(parcel)),
                ("dwellings", sum.Dwellings), ("population", sum.People));
        }

        return rows;
    }

    public Rows Land()
    {
        var rows = new Rows(WorkspaceLayers.ResidentialLand);
        foreach (var parcel in city.Parcels.Where(p => p.Use == ParcelUse.Housing))
        {
            rows.Add(
                frame.Polygon(Wall(parcel)), ("id", $"R{parcel.Index + 1:0000}"), ("community_code", Code(parcel)),
                ("area_m2", Math.Round(parcel.Plot.AreaM2, 1)));
        }

        return rows;
    }

    public Rows Entrances()
    {
        var rows = new Rows(WorkspaceLayers.Entrances);
        foreach (var gate in city.Gates)
        {
            rows.Add(
                frame.Point(gate.At), ("id", $"G{rows.List.Count + 1:00000}"),
                ("of_id", CompoundId(city.Parcels[gate.Parcel])), ("kind", "gate"), ("access", gate.Access),
                ("hours", gate.Hours));
        }

        return rows;
    }

    public Rows Buildings()
    {
        var rows = new Rows(WorkspaceLayers.Buildings);
        for (var i = 0; i < city.Houses.Count; i++)
        {
            var (house, here) = (city.Houses[i], residents[i]);
            var parcel = city.Parcels[house.Parcel];
            rows.Add(
                frame.Polygon(house.Outline), ("id", $"B{i + 1:000000}"),
                ("compound_id", parcel.Use == ParcelUse.Housing ? CompoundId(parcel) : null),
                ("community_code", Code(parcel)), ("use", house.Use), ("storeys", house.Storeys),
                ("floor_area_m2", Math.Round(house.FloorAreaM2, 1)), ("dwellings", here.Dwellings),
                ("population", here.People), ("age_0_3", here.Ages[0]), ("age_3_6", here.Ages[1]),
                ("age_6_12", here.Ages[2]), ("age_60_79", here.Ages[3]), ("age_80_up", here.Ages[4]),
                ("population_source", "given"));
        }

        return rows;
    }

    /// <summary>The wall with its gates as corners of the outline: a gate lies on the wall to the last digit.</summary>
    private List<Vec> Wall(Parcel parcel)
    {
        var ring = new List<Vec>();
        for (var side = 0; side < parcel.Plot.Count; side++)
        {
            var from = parcel.Plot.At(side);
            ring.Add(from);
            ring.AddRange(_gates[parcel.Index].Where(g => g.Side == side).Select(g => g.At)
                .OrderBy(g => (g - from).Length));
        }

        return ring;
    }

    private string Code(Parcel parcel) => city.Communities[parcel.Community].Code;
}
