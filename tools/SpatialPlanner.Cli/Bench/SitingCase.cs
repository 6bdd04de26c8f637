namespace SpatialPlanner.Cli.Bench;

/// <summary>A seeded city and the questions asked of it.</summary>
/// <param name="Name">Name of the row.</param>
/// <param name="City">The city.</param>
/// <param name="LimitM">Longest walk, metres.</param>
/// <param name="Counts">How many sites to choose; a question each.</param>
internal sealed record SitingCase(string Name, SitingCity City, double LimitM, int[] Counts)
{
    /// <summary>The sizes that are measured: a district, a city, a million points, a province's candidates.</summary>
    public static IReadOnlyList<SitingCase> All { get; } =
    [
        new("district-1200", new SitingCity(2000, 100_000, 36_000, 40, true, 7), 1200, [5, 20, 50]),
        new("district-800", new SitingCity(2000, 100_000, 36_000, 40, true, 7), 800, [5, 20, 50]),
        new("million", new SitingCity(500, 1_000_000, 15_000, 60, true, 11), 1200, [30]),
        new("many-sites", new SitingCity(1200, 34_000, 30_000, 30, true, 13), 1200, [60]),
    ];

    /// <summary>One small city.</summary>
    public static IReadOnlyList<SitingCase> Smoke { get; } = [new("smoke", new SitingCity(40, 800, 4000, 4, true, 3), 600, [4])];
}
