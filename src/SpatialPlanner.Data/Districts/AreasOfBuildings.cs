using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// Puts every building into one area of each level: by the code it carries, else by where it stands. The subdistrict
/// is that of the community, so that the levels add up.
/// </summary>
internal sealed class AreasOfBuildings
{
    private readonly List<(AreaLevel Level, Area Area)> areas = [];

    private AreasOfBuildings(int[][] area) => Area = area;

    /// <summary>Area of each level (first index) of each building.</summary>
    public int[][] Area { get; }

    /// <summary>All areas, and where nothing else holds a building the area outside.</summary>
    public IReadOnlyList<(AreaLevel Level, Area Area)> Areas => areas;

    public static AreasOfBuildings Make(
        AreaHierarchy hierarchy, string wholeName, string wholeNameEn, IReadOnlyList<Coordinate> places,
        IReadOnlyList<string?> communityCodes, IReadOnlyList<string?> compoundIds)
    {
        var n = places.Count;
        var result = new AreasOfBuildings([new int[n], new int[n], new int[n], new int[n]]);
        var (districts, subdistricts) = (hierarchy.ByLevel[0], hierarchy.ByLevel[1]);
        result.areas.Add((AreaLevel.District, districts.Count == 1
            ? districts[0]
            : new Area("all", wholeName, wholeNameEn, null, null)));

        var community = Assign(hierarchy.Communities, places, communityCodes);
        var subdistrictOfCommunity = SubdistrictOf(hierarchy.Communities, subdistricts);
        var subdistrict = Array.ConvertAll(
            community, c => c == AreaFinder.None ? AreaFinder.None : subdistrictOfCommunity[c]);
        var compound = Assign(hierarchy.ByLevel[3], places, compoundIds);

        result.AddLevel(AreaLevel.Subdistrict, subdistricts, subdistrict, withOutside: true);
        result.AddLevel(AreaLevel.Community, hierarchy.Communities, community, withOutside: true);
        result.AddLevel(AreaLevel.Compound, hierarchy.ByLevel[3], compound, withOutside: false);
        return result;
    }

    /// <summary>The area of each place: that of its code, else the one that holds it, else <see cref="AreaFinder.None"/>.</summary>
    public static int[] Assign(List<Area> areas, IReadOnlyList<Coordinate> places, IReadOnlyList<string?> codes)
    {
        var byCode = new Dictionary<string, int>();
        for (var a = 0; a < areas.Count; a++)
        {
            byCode.TryAdd(areas[a].Code, a);
        }

        var finder = new AreaFinder(areas);
        var assigned = new int[places.Count];
        for (var b = 0; b < assigned.Length; b++)
        {
            assigned[b] = codes[b] is { } code && byCode.TryGetValue(code, out var a) ? a : finder.At(places[b]);
        }

        return assigned;
    }

    /// <summary>The subdistrict of each community: its parent, itself where it stands in, else the one that holds it.</summary>
    public static int[] SubdistrictOf(List<Area> communities, List<Area> subdistricts)
    {
        var finder = new AreaFinder(subdistricts);
        return
        [
            .. communities.Select(c =>
                subdistricts.FindIndex(s => s.Code == c.Parent || s.Code == c.Code) is var byCode and >= 0
                    ? byCode
                    : finder.At(c.Shape!.InteriorPoint.Coordinate)),
        ];
    }

    /// <summary>What lies outside the areas of a level.</summary>
    public static Area OutsideOf(AreaLevel level) => level == AreaLevel.Subdistrict
        ? new Area("", "街道以外", "Outside all subdistricts", null, null)
        : new Area("", "社区以外", "Outside all communities", null, null);

    private void AddLevel(AreaLevel level, List<Area> of, int[] assigned, bool withOutside)
    {
        var first = areas.Count;
        areas.AddRange(of.Select(a => (level, a)));
        var outside = BuildingColumns.NoArea;
        if (withOutside && assigned.Contains(AreaFinder.None))
        {
            outside = areas.Count;
            areas.Add((level, OutsideOf(level)));
        }

        Area[(int)level] = Array.ConvertAll(assigned, a => a == AreaFinder.None ? outside : first + a);
    }
}
