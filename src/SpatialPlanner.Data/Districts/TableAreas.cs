using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// The areas of tables that count more than buildings. Land, facilities and compounds too belong to one area of each
/// level; what lies in none counts as outside, so that every level adds up to the same totals.
/// </summary>
public sealed class TableAreas
{
    private readonly List<(AreaLevel Level, Area Area)> all = [];
    private readonly List<int> parent = [];
    private readonly List<int> source = [];
    private readonly List<Area>[] real;
    private readonly int[] subdistrictOfCommunity;
    private readonly int[] first = new int[4];
    private readonly int[] outside = [0, BuildingColumns.NoArea, BuildingColumns.NoArea, BuildingColumns.NoArea];

    private TableAreas(LoadedDistrict loaded)
    {
        real = [.. Enum.GetValues<AreaLevel>().Select(level => loaded.Areas
            .Where(a => a.Level == level && (level == AreaLevel.District || a.Area.Shape is not null)).Select(a => a.Area).ToList())];
        subdistrictOfCommunity = AreasOfBuildings.SubdistrictOf(real[(int)AreaLevel.Community], real[(int)AreaLevel.Subdistrict]);
    }

    /// <summary>No area: only possible for compounds.</summary>
    public const int None = BuildingColumns.NoArea;

    /// <summary>The areas, level by level from district to compound.</summary>
    public IReadOnlyList<(AreaLevel Level, Area Area)> All => all;

    /// <summary>The area of the level above that each belongs to; <see cref="None"/> for the district.</summary>
    public IReadOnlyList<int> Parent => parent;

    /// <summary>Place of each area in the district's own areas, or <see cref="None"/> for an outside that only these tables have.</summary>
    public IReadOnlyList<int> Source => source;

    /// <summary>Area of each level (first index) of each building.</summary>
    public int[][] OfBuildings { get; private set; } = [];

    /// <summary>Area of each level of each point of residential land.</summary>
    public int[][] OfLand { get; private set; } = [];

    /// <summary>Area of each level of each facility: where it stands.</summary>
    public int[][] OfFacilities { get; private set; } = [];

    /// <summary>Area of each level of each compound.</summary>
    public int[][] OfCompounds { get; private set; } = [];

    /// <summary>Puts everything into areas.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="land">Points of land in longitude/latitude, each with the community code of its parcel.</param>
    /// <param name="compoundCodes">Community code of each compound, or null.</param>
    internal static TableAreas Make(
        LoadedDistrict loaded, IReadOnlyList<(Coordinate At, string? Code)> land, IReadOnlyList<string?> compoundCodes)
    {
        var areas = new TableAreas(loaded);
        var (facilities, compounds) = (loaded.District.Facilities, areas.real[(int)AreaLevel.Compound]);
        Coordinate[] standing = [.. Enumerable.Range(0, facilities.Count).Select(f => LonLat(loaded, facilities.X[f], facilities.Y[f]))];
        Coordinate[] centres = [.. compounds.Select(c => Places.Of(c.Shape!))];
        var ofLand = areas.CommunityOf([.. land.Select(l => l.At)], [.. land.Select(l => l.Code)]);
        var ofFacilities = areas.CommunityOf(standing, new string?[standing.Length]);
        var ofCompounds = areas.CommunityOf(centres, compoundCodes);
        areas.Lay(loaded, [.. ofLand, .. ofFacilities, .. ofCompounds]);
        areas.OfBuildings = areas.Translated(loaded);
        areas.OfLand = areas.Levels(ofLand, Enumerable.Repeat(AreaFinder.None, ofLand.Length));
        areas.OfFacilities = areas.Levels(
            ofFacilities, AreasOfBuildings.Assign(compounds, standing, new string?[standing.Length]));
        areas.OfCompounds = areas.Levels(ofCompounds, Enumerable.Range(0, compounds.Count));
        areas.AddParents();
        return areas;
    }

    private int[] CommunityOf(IReadOnlyList<Coordinate> places, IReadOnlyList<string?> codes) =>
        AreasOfBuildings.Assign(real[(int)AreaLevel.Community], places, codes);

    /// <summary>Lists the areas; those outside are there where a building, or one of the further places, is.</summary>
    private void Lay(LoadedDistrict loaded, IReadOnlyList<int> communities)
    {
        bool HasOutside(AreaLevel level) => loaded.Areas.Any(a => a.Level == level && a.Area.Shape is null);
        var (noCommunity, noSubdistrict) = (
            HasOutside(AreaLevel.Community) || communities.Contains(AreaFinder.None),
            HasOutside(AreaLevel.Subdistrict) || communities.Any(c => SubdistrictOf(c) == AreaFinder.None));
        foreach (var level in Enum.GetValues<AreaLevel>())
        {
            first[(int)level] = all.Count;
            all.AddRange(real[(int)level].Select(a => (level, a)));
            if ((level == AreaLevel.Subdistrict && noSubdistrict) || (level == AreaLevel.Community && noCommunity))
            {
                outside[(int)level] = all.Count;
                all.Add((level, AreasOfBuildings.OutsideOf(level)));
            }
        }

        source.AddRange(all.Select(a => IndexIn(loaded.Areas, a)));
    }

    private static int IndexIn(IReadOnlyList<(AreaLevel Level, Area Area)> areas, (AreaLevel Level, Area Area) area)
    {
        for (var i = 0; i < areas.Count; i++)
        {
            if (areas[i].Level == area.Level && areas[i].Area.Code == area.Area.Code)
            {
                return i;
            }
        }

        return None;
    }

    private int[][] Translated(LoadedDistrict loaded)
    {
        var here = Enumerable.Range(0, all.Count).Where(a => source[a] != None).ToDictionary(a => source[a]);
        return [.. loaded.District.Buildings.Area.Select(
            level => Array.ConvertAll(level, a => a == BuildingColumns.NoArea ? None : here[a]))];
    }

    private int[][] Levels(int[] communities, IEnumerable<int> compounds) =>
    [
        new int[communities.Length],
        [.. communities.Select(c => At(AreaLevel.Subdistrict, SubdistrictOf(c)))],
        [.. communities.Select(c => At(AreaLevel.Community, c))],
        [.. compounds.Select(c => At(AreaLevel.Compound, c))],
    ];

    private int SubdistrictOf(int community) =>
        community == AreaFinder.None ? AreaFinder.None : subdistrictOfCommunity[community];

    private int At(AreaLevel level, int among) => among == AreaFinder.None ? outside[(int)level] : first[(int)level] + among;

    private void AddParents() => parent.AddRange(Enumerable.Range(0, all.Count).Select(a => all[a].Level switch
    {
        AreaLevel.District => None,
        AreaLevel.Subdistrict => 0,
        AreaLevel.Community when a == outside[(int)AreaLevel.Community] => outside[(int)AreaLevel.Subdistrict],
        AreaLevel.Community => At(AreaLevel.Subdistrict, subdistrictOfCommunity[a - first[(int)AreaLevel.Community]]),
        _ => OfCompounds[(int)AreaLevel.Community][a - first[(int)AreaLevel.Compound]],
    }));

    private static Coordinate LonLat(LoadedDistrict loaded, double x, double y)
    {
        var (lon, lat) = loaded.Projection.ToLonLat(x, y);
        return new Coordinate(lon, lat);
    }
}
