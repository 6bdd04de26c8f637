namespace SpatialPlanner.Planning.Demand;

/// <summary>A group of people whose coverage is counted apart.</summary>
/// <param name="Code">Code in tables and keys, e.g. <c>age_0_3</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Columns">
/// Population columns of a building that add up to the group. <c>population</c> stands for everybody.
/// </param>
public sealed record DemandGroup(string Code, LocalText Name, IReadOnlyList<string> Columns);

/// <summary>The demand groups that the workspace can tell apart (一老一小).</summary>
public static class DemandGroups
{
    /// <summary>Population columns of buildings that hold age groups, youngest first.</summary>
    public static readonly IReadOnlyList<string> AgeColumns =
        ["age_0_3", "age_3_6", "age_6_12", "age_60_79", "age_80_up"];

    /// <summary>Everybody.</summary>
    public static readonly DemandGroup Everyone = new("all", new("全体居民", "All residents"), ["population"]);

    /// <summary>All groups; the first is everybody. The order is that of tables.</summary>
    public static readonly IReadOnlyList<DemandGroup> All =
    [
        Everyone,
        new("age_0_3", new("0–3 岁婴幼儿", "Infants 0–3"), ["age_0_3"]),
        new("age_3_6", new("3–6 岁儿童", "Children 3–6"), ["age_3_6"]),
        new("age_6_12", new("6–12 岁儿童", "Children 6–12"), ["age_6_12"]),
        new("age_60_up", new("60 岁以上老人", "People 60 and over"), ["age_60_79", "age_80_up"]),
        new("age_60_79", new("60–79 岁老人", "People 60–79"), ["age_60_79"]),
        new("age_80_up", new("80 岁以上老人", "People 80 and over"), ["age_80_up"]),
    ];

    /// <summary>Place of a group in <see cref="All"/>, or -1.</summary>
    /// <param name="code">Group code.</param>
    public static int IndexOf(string code)
    {
        for (var g = 0; g < All.Count; g++)
        {
            if (All[g].Code == code)
            {
                return g;
            }
        }

        return -1;
    }

    /// <summary>The group of a code, or null.</summary>
    /// <param name="code">Group code.</param>
    public static DemandGroup? Find(string code) => All.FirstOrDefault(g => g.Code == code);
}
