using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Planning.Rules;

/// <summary>Reads and checks what a service asks of a room (<c>room</c>).</summary>
internal static class RoomReader
{
    private const double MostAreaM2 = 100_000, MostAreaPerPlaceM2 = 1_000, MostCostPerM2Cny = 1_000_000;
    private const int DeepestStorey = -9, HighestStorey = 200;

    /// <summary>The rule of a service's room, or null where the pack has none or a wrong one.</summary>
    /// <param name="service">The service.</param>
    /// <param name="code">Its code; null where it is wrong.</param>
    /// <param name="codes">Codes of all services of the pack.</param>
    public static RoomRule? Room(PackNode service, string? code, IReadOnlyList<string> codes)
    {
        if (service.Object("room", needed: false) is not { } node)
        {
            return null;
        }

        var least = node.Number("least_area_m2", 0, MostAreaM2, " ㎡", " m²");
        var most = node.Number("most_area_m2", 0, MostAreaM2, " ㎡", " m²", needed: false);
        var perPlace = node.Number("area_per_place_m2", 0, MostAreaPerPlaceM2, " ㎡", " m²", needed: false);
        var cost = node.Number("cost_per_m2_cny", 0, MostCostPerM2Cny, " 元/㎡", " CNY a m²", orEqual: true);
        var lowest = node.Has("lowest_storey") ? node.Whole("lowest_storey", DeepestStorey, HighestStorey, " 层", " (storey)") : DeepestStorey;
        var highest = node.Has("highest_storey") ? node.Whole("highest_storey", DeepestStorey, HighestStorey, " 层", " (storey)") : null;
        var notWith = NotWith(node, code, codes);
        var (source, verification) = (node.Local("source"), node.Word("verification", RuleWords.Verifications));
        node.Require(!(most < least), "most_area_m2", "最大面积小于最小面积", "the most is less than the least area");
        node.Require(!(perPlace > least), "area_per_place_m2", "最小面积不足一个服务位", "the least area has no room for a single place");
        node.Require(!(highest < lowest), "highest_storey", "最高楼层低于最低楼层", "the highest storey lies below the lowest");
        node.Asked("lowest_storey", "highest_storey");
        node.End();
        return least is null || cost is null || lowest is null || source is null || verification is null
            ? null
            : new RoomRule(least.Value, most, perPlace, cost.Value, lowest.Value, highest, notWith, source, verification.Value);
    }

    private static IReadOnlyList<string> NotWith(PackNode node, string? code, IReadOnlyList<string> codes)
    {
        var notWith = node.Texts("not_with", needed: false);
        for (var i = 0; i < notWith.Count; i++)
        {
            node.Require(
                codes.Contains(notWith[i]), $"not_with[{i}]", $"规则包没有服务“{notWith[i]}”", $"the pack has no service \"{notWith[i]}\"");
            node.Require(notWith[i] != code, $"not_with[{i}]", "服务不能与自身互斥", "a service cannot exclude itself");
        }

        return notWith;
    }
}
