using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Patches;

namespace SpatialPlanner.Data.Results;

/// <summary>
/// Names patches as people would: community and compound where half of the residents live in one, else community and the
/// street by the patch's middle, else community and number. Patches that would have one name get a number each.
/// </summary>
/// <param name="loaded">The district.</param>
internal sealed class PatchNames(LoadedDistrict loaded)
{
    private readonly StreetNames streets = new(loaded);
    private readonly BuildingColumns buildings = loaded.District.Buildings;

    /// <summary>Names of the patches of one service.</summary>
    /// <param name="patches">The patches by rank, then the remainders.</param>
    public IReadOnlyList<LocalText> Of(IReadOnlyList<GapPatch> patches)
    {
        var plain = patches.Select(Plain).ToList();
        var timesInAll = plain.CountBy(name => name.Zh).ToDictionary();
        var times = new Dictionary<string, int>();
        return [.. plain.Select(name =>
        {
            var time = times[name.Zh] = times.GetValueOrDefault(name.Zh) + 1;
            return timesInAll[name.Zh] == 1 ? name : new LocalText($"{name.Zh} {time}", $"{name.En} {time}");
        })];
    }

    private LocalText Plain(GapPatch patch)
    {
        var community = loaded.Areas[patch.Community].Area;
        LocalText In(string zh, string en) => new($"{community.Name} · {zh}", $"{community.NameEn} · {en}");
        if (patch.Outline is null)
        {
            return In("零散住宅", "scattered homes");
        }

        return Compound(patch) is { } compound ? In(compound.Name, compound.NameEn)
            : Street(patch) is { } street ? In($"{street}一带", $"around {street}")
            : In("盲区", "gap");
    }

    /// <summary>The named compound with at least half of the residents, or null.</summary>
    private Area? Compound(GapPatch patch)
    {
        var byCompound = new SortedDictionary<int, long>();
        foreach (var b in patch.Buildings)
        {
            if (buildings.Area[(int)AreaLevel.Compound][b] is var area and not BuildingColumns.NoArea)
            {
                byCompound[area] = byCompound.GetValueOrDefault(area) + buildings.People[0][b];
            }
        }

        return byCompound.Where(c => 2 * c.Value >= patch.AllPeople && loaded.Areas[c.Key].Area.Name.Trim().Length > 0)
            .OrderByDescending(c => c.Value).Select(c => loaded.Areas[c.Key].Area).FirstOrDefault();
    }

    /// <summary>The street by the building that is nearest to where the residents live on average.</summary>
    private string? Street(GapPatch patch)
    {
        var (x, y, weight) = (0.0, 0.0, 0.0);
        foreach (var b in patch.Buildings)
        {
            var people = Math.Max(1, buildings.People[0][b]);
            (x, y, weight) = (x + (people * buildings.X[b]), y + (people * buildings.Y[b]), weight + people);
        }

        (x, y) = (x / weight, y / weight);
        var middle = patch.Buildings.MinBy(b => Math.Pow(buildings.X[b] - x, 2) + Math.Pow(buildings.Y[b] - y, 2));
        return streets.Near(buildings.X[middle], buildings.Y[middle]);
    }
}
