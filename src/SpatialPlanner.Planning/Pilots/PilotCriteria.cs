namespace SpatialPlanner.Planning.Pilots;

/// <summary>
/// The criteria of the pilot choice, by the three principles of the cities that chose so: conditions, demand, location and
/// radiation. Each principle weighs a third, and its criteria share that.
/// </summary>
public static class PilotCriteria
{
    /// <summary>Minutes within which people count as reached.</summary>
    public const double ReachMinutes = 15;

    /// <summary>All of them, in the order of the tables.</summary>
    public static readonly IReadOnlyList<PilotCriterion> All =
    [
        new("idle_m2_per_100_households", new("每百户闲置面积", "Idle floor area per 100 households"), new("平方米/百户", "m² per 100 households"), true, 1 / 9.0),
        new("idle_spaces", new("可用闲置空间数", "Idle spaces to be had"), new("处", "spaces"), true, 1 / 9.0),
        new("largest_idle_m2", new("最大闲置空间", "Largest idle space"), new("平方米", "m²"), true, 1 / 9.0),
        new("demand_per_1000", new("每千人共性需求", "Common demand per 1,000 people"), new("人次/千人", "wishes per 1,000 people"), true, 1 / 6.0),
        new("uncovered_priority", new("重点服务未覆盖人数", "People without a priority service"), new("人", "people"), true, 1 / 6.0),
        new("reach_people", new("15 分钟可服务人数", "People within 15 minutes"), new("人", "people"), true, 1 / 6.0),
        new("density_per_km2", new("人口密度", "Density"), new("人/平方公里", "people per km²"), true, 1 / 6.0),
    ];

    /// <summary>Their default weights, which add up to 1.</summary>
    public static IReadOnlyList<double> Weights { get; } = [.. All.Select(c => c.Weight)];
}
