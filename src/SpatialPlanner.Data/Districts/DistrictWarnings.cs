using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Districts;

/// <summary>What a reader of the figures should know before trusting them.</summary>
internal static class DistrictWarnings
{
    public static IReadOnlyList<LocalText> Add(List<LocalText> warnings, District district, AreaHierarchy areas)
    {
        if (areas.Kinds != CommunityKind.Community)
        {
            warnings.Add(areas.Note);
        }

        if (district.Network.EdgeCount == 0)
        {
            warnings.Add(new(
                "没有步行路网，任何服务都无法到达：请导入 OSM 文件或 walk_edges 图层",
                "There is no walk network, so nothing can be reached: import an OSM file or the layer walk_edges"));
        }

        if (district.Buildings.Count == 0)
        {
            warnings.Add(new(
                "没有建筑，覆盖人数无从计算：请导入带人口的 buildings 图层",
                "There are no buildings, so there is nobody to count: import the layer buildings with people"));
        }

        if (district.Facilities.Count == 0)
        {
            warnings.Add(new(
                "没有设施，任何服务都无人覆盖：请导入 facilities 图层",
                "There are no facilities, so no service covers anybody: import the layer facilities"));
        }

        AddUnlinked(warnings, district.BuildingLinks, "建筑", "buildings");
        AddUnlinked(warnings, district.FacilityLinks, "设施", "facilities");
        return warnings;
    }

    private static void AddUnlinked(List<LocalText> warnings, Linkage links, string zh, string en)
    {
        var unlinked = Enumerable.Range(0, links.PointCount).Count(p => !links.IsLinked(p));
        if (unlinked > 0)
        {
            warnings.Add(new(
                $"{unlinked} 个{zh}未能接入路网（见图层 snap_ledger）",
                $"{unlinked} {en} could not be linked to the network (see the layer snap_ledger)"));
        }
    }
}
