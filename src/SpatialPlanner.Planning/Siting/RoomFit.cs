using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Siting;

/// <summary>Whether a service's room fits into a space, and in which sizes.</summary>
public static class RoomFit
{
    /// <summary>Why the room does not fit, or null where it does.</summary>
    /// <param name="service">The service.</param>
    /// <param name="floorAreaM2">Floor area of the space, m².</param>
    /// <param name="storey">Its storey; null where it is not known, which forbids nothing.</param>
    /// <param name="permitted">Codes of the services that it may take; empty for any.</param>
    /// <param name="has">True where the space has the service already.</param>
    public static LocalText? WhyNot(
        ServiceRule service, double floorAreaM2, long? storey, IReadOnlyList<string> permitted, bool has)
    {
        if (service.Room is not { } room)
        {
            return new("规则包没有该服务的房间规则", "the rule pack has no room rule for the service");
        }

        return has ? new("已提供该服务", "it gives the service already")
            : permitted.Count > 0 && !permitted.Contains(service.Code)
                ? new("该空间未获准用于此服务（permitted_services）", "the space is not permitted to take the service (permitted_services)")
            : storey < room.LowestStorey
                ? new($"位于 {storey} 层，该服务最低 {room.LowestStorey} 层", $"it is on storey {storey}, and the service's lowest is {room.LowestStorey}")
            : storey > room.HighestStorey
                ? new($"位于 {storey} 层，该服务最高 {room.HighestStorey} 层", $"it is on storey {storey}, and the service's highest is {room.HighestStorey}")
            : LeastDm2(room) > FloorDm2(floorAreaM2)
                ? new(
                    $"建筑面积 {PlanWords.Area(floorAreaM2)} ㎡，不足 {PlanWords.Area(room.LeastAreaM2)} ㎡",
                    $"its floor area is {PlanWords.Area(floorAreaM2)} m², and {PlanWords.Area(room.LeastAreaM2)} m² are needed")
            : null;
    }

    /// <summary>
    /// The sizes of a room that fits, dm², rising. Where places do not count the least one alone, since more floor serves nobody
    /// more; else the least, its double and so on up to what the rule, the space and the people in reach can use.
    /// </summary>
    /// <param name="service">The service.</param>
    /// <param name="floorAreaM2">Floor area of the space, m².</param>
    /// <param name="people">People who could come, or null where places do not count.</param>
    public static IReadOnlyList<long> SizesDm2(ServiceRule service, double floorAreaM2, long? people)
    {
        var room = service.Room!;
        var least = LeastDm2(room);
        if (people is not { } come || room.AreaPerPlaceM2 is not { } perPlace)
        {
            return [least];
        }

        var enough = Dm2(decimal.Ceiling(come / (decimal)service.PeoplePerPlace) * (decimal)perPlace, up: true);
        var top = Math.Min(Math.Min(FloorDm2(room.MostAreaM2 ?? floorAreaM2), FloorDm2(floorAreaM2)), Math.Max(least, enough));
        List<long> sizes = [];
        for (var size = least; size < top; size *= 2)
        {
            sizes.Add(size);
        }

        return [.. sizes, Math.Max(top, least)];
    }

    /// <summary>People whom a room can serve: whole places × people a place, rounded down; null where places do not count.</summary>
    /// <param name="service">The service.</param>
    /// <param name="areaDm2">Floor area of the room, dm².</param>
    public static long? People(ServiceRule service, long areaDm2) => service.Room!.AreaPerPlaceM2 is { } perPlace
        ? (long)decimal.Floor(Places(areaDm2, perPlace) * (decimal)service.PeoplePerPlace) : null;

    /// <summary>Whole places of a room.</summary>
    /// <param name="areaDm2">Its floor area, dm².</param>
    /// <param name="areaPerPlaceM2">Floor area of a place, m².</param>
    public static int Places(long areaDm2, double areaPerPlaceM2) => (int)decimal.Floor(areaDm2 / 100m / (decimal)areaPerPlaceM2);

    /// <summary>What fitting out a room costs, CNY.</summary>
    /// <param name="service">The service.</param>
    /// <param name="areaDm2">Floor area of the room, dm².</param>
    public static long CostCny(ServiceRule service, long areaDm2) =>
        (long)decimal.Round(areaDm2 / 100m * (decimal)service.Room!.CostPerM2Cny);

    /// <summary>A floor area as whole dm², rounded down.</summary>
    /// <param name="m2">Floor area, m².</param>
    public static long FloorDm2(double m2) => Dm2((decimal)m2, up: false);

    private static long LeastDm2(RoomRule room) => Dm2((decimal)room.LeastAreaM2, up: true);

    private static long Dm2(decimal m2, bool up) => (long)(up ? decimal.Ceiling(m2 * 100) : decimal.Floor(m2 * 100));
}
