using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Districts;

/// <summary>The areas of a district, level by level, and which stand in for communities.</summary>
internal sealed class AreaHierarchy
{
    private static readonly RowReader Read = new(WorkspaceLayers.Boundaries);
    private static readonly Func<LayerRow, string?> Level = Read.Text("level");
    private static readonly Func<LayerRow, string?> Kind = Read.Text("kind");
    private static readonly RowReader ReadCompound = new(WorkspaceLayers.Compounds);
    private static readonly Func<LayerRow, string?> CompoundName = ReadCompound.Text("name");

    private AreaHierarchy(List<Area> districts, List<Area> subdistricts, List<Area> communities, List<Area> compounds)
    {
        ByLevel = [districts, subdistricts, communities, compounds];
    }

    /// <summary>Areas of each level, in the order of codes.</summary>
    public List<Area>[] ByLevel { get; }

    /// <summary>What the communities are.</summary>
    public CommunityKind Kinds { get; private init; }

    public List<Area> Communities => ByLevel[(int)AreaLevel.Community];

    /// <summary>What the communities are, in words.</summary>
    public LocalText Note => Kinds switch
    {
        CommunityKind.Community => new("按社区边界统计", "Figures by community"),
        CommunityKind.Administrative => new(
            "数据中没有社区边界，以最小的行政区代替", "No community boundaries in the data: the smallest administrative areas stand in"),
        _ => new("数据中没有社区边界，以 500 米六边形网格代替", "No community boundaries in the data: a 500 m hexagon grid stands in"),
    };

    /// <summary>
    /// Takes the communities of the data where they hold at least half of the homes; else the smallest administrative
    /// areas, if two or more hold as much; else hexagons.
    /// </summary>
    public static AreaHierarchy Make(
        IReadOnlyList<LayerRow> boundaries, IReadOnlyList<LayerRow> compounds, IReadOnlyList<Coordinate> homes,
        IReadOnlyList<Coordinate> buildings, LocalProjection projection)
    {
        List<Area> Of(string level) => [.. boundaries.Where(r => Level(r) == level).Select(FromRow)];
        var (districts, subdistricts, communities) = (Of("district"), Of("subdistrict"), Of("community"));
        var kind = CommunityKind.Community;
        if (HoldsHalf(communities, homes))
        {
            var isOwn = boundaries.Any(r => Level(r) == "community" && Kind(r) != "administrative");
            kind = isOwn ? CommunityKind.Community : CommunityKind.Administrative;
        }
        else if (new[] { subdistricts, districts }.FirstOrDefault(
            level => level.Count > 1 && HoldsHalf(level, homes)) is { } standIn)
        {
            (communities, kind) = (standIn, CommunityKind.Administrative);
        }
        else
        {
            communities = HexagonGrid.Around(buildings.Select(c => projection.ToLocal(c.X, c.Y)), projection);
            kind = CommunityKind.Hexagon;
        }

        List<Area> compoundAreas =
        [
            .. compounds.Select(r => new Area(
                (string)r.Values[0]!, CompoundName(r) ?? "", CompoundName(r) ?? "", null, r.Geometry)),
        ];
        return new AreaHierarchy(districts, subdistricts, communities, compoundAreas) { Kinds = kind };
    }

    private static bool HoldsHalf(List<Area> areas, IReadOnlyList<Coordinate> homes)
    {
        var finder = new AreaFinder(areas);
        return areas.Count > 0 && homes.Count(h => finder.At(h) != AreaFinder.None) * 2 >= homes.Count;
    }

    private static Area FromRow(LayerRow row)
    {
        string? Text(string column) => row.Values[WorkspaceLayers.Boundaries.Require(column)] as string;
        var name = Text("name") ?? (string)row.Values[0]!;
        return new Area((string)row.Values[0]!, name, Text("name_en") ?? name, Text("parent_code"), row.Geometry);
    }
}
