using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Siting;

/// <summary>What a room of one service asks for and what it gives.</summary>
/// <param name="LeastAreaM2">Least floor area, m².</param>
/// <param name="MostAreaM2">Floor area beyond which a room gains nothing, m²; null for no bound.</param>
/// <param name="AreaPerPlaceM2">Floor area of one place, m²; null where places are not counted.</param>
/// <param name="CostPerM2Cny">Fitting out, CNY a m².</param>
/// <param name="LowestStorey">Lowest storey allowed; 1 keeps it out of basements.</param>
/// <param name="HighestStorey">Highest storey allowed; 1 is the ground floor alone; null for any.</param>
/// <param name="NotWith">Codes of services that may not share a space with it.</param>
/// <param name="Source">Where the figures come from.</param>
/// <param name="Verification">How sure they are.</param>
public sealed record RoomRule(
    double LeastAreaM2, double? MostAreaM2, double? AreaPerPlaceM2, double CostPerM2Cny, int LowestStorey, int? HighestStorey,
    IReadOnlyList<string> NotWith, LocalText Source, Verification Verification);
