using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Needs;

namespace SpatialPlanner.Data.Results.Needs;

/// <summary>
/// People and households of each area. Households of a community are those of <c>boundaries</c> where given, of a compound
/// its dwellings where given, else the dwellings of its buildings, else people by the pack's people a dwelling; those of
/// subdistricts and the district are the sums of their communities.
/// </summary>
internal sealed class PeopleOfAreas
{
    private readonly LoadedDistrict loaded;
    private readonly TableAreas areas;
    private readonly AreaPeople?[] result;
    private readonly long[] dwellings;
    private readonly long[][] people;

    private PeopleOfAreas(LoadedDistrict loaded, TableAreas areas)
    {
        (this.loaded, this.areas, result) = (loaded, areas, new AreaPeople?[areas.All.Count]);
        var buildings = loaded.District.Buildings;
        dwellings = Sum(buildings.Dwellings);
        people = [.. buildings.People.Select(Sum)];
    }

    public static AreaPeople[] Make(LoadedDistrict loaded, TableAreas areas)
    {
        var of = new PeopleOfAreas(loaded, areas);
        of.AddGiven(AreaLevel.Community, WorkspaceLayers.Boundaries, "households");
        of.AddGiven(AreaLevel.Compound, WorkspaceLayers.Compounds, "dwellings");
        for (var a = areas.All.Count - 1; a >= 0; a--)
        {
            of.result[a] ??= areas.All[a].Level < AreaLevel.Community ? of.FromCommunities(a) : of.FromBuildings(a);
        }

        return [.. of.result.OfType<AreaPeople>()];
    }

    private void AddGiven(AreaLevel level, LayerSchema layer, string column)
    {
        var read = new RowReader(layer).Whole(column);
        var given = loaded.Rows[layer].ToDictionary(r => (string)r.Values[0]!, read, StringComparer.Ordinal);
        for (var a = 0; a < result.Length; a++)
        {
            // A nought beside people is a cell that nobody filled.
            if (areas.All[a].Level == level && given.GetValueOrDefault(areas.All[a].Area.Code) is { } households and >= 0
                && (households > 0 || people[0][a] == 0))
            {
                result[a] = Of(a, households, HouseholdSource.Given);
            }
        }
    }

    private AreaPeople FromBuildings(int area) => dwellings[area] > 0 || people[0][area] == 0
        ? Of(area, dwellings[area], HouseholdSource.Dwellings)
        : Of(
            area, (long)Math.Round(people[0][area] / loaded.Pack.Population.PeoplePerDwelling, MidpointRounding.AwayFromZero),
            HouseholdSource.Estimated);

    private AreaPeople FromCommunities(int area)
    {
        var parts = Enumerable.Range(0, result.Length)
            .Where(c => areas.All[c].Level == AreaLevel.Community && (areas.Parent[c] == area || area == 0))
            .Select(c => result[c]!).ToList();
        var sources = parts.Where(p => p.Households > 0).Select(p => p.Source).Distinct().ToList();
        return Of(area, parts.Sum(p => p.Households), sources.Count switch
        {
            0 => HouseholdSource.Dwellings,
            1 => sources[0],
            _ => HouseholdSource.Mixed,
        });
    }

    private AreaPeople Of(int area, long households, HouseholdSource source) =>
        new([.. people.Select(p => p[area])], households, source);

    private long[] Sum(int[] ofBuilding)
    {
        var sums = new long[areas.All.Count];
        foreach (var level in areas.OfBuildings)
        {
            for (var b = 0; b < level.Length; b++)
            {
                if (level[b] != TableAreas.None)
                {
                    sums[level[b]] += ofBuilding[b];
                }
            }
        }

        return sums;
    }
}
