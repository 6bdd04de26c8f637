using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Gaps;

/// <summary>A demand group, or a part of one, and the walker whose walks say who of it is within the limit.</summary>
/// <param name="Group">The people, as a place in <see cref="DemandGroups.All"/>.</param>
/// <param name="Walker">Their walker.</param>
public readonly record struct GroupPart(int Group, WalkerProfile Walker)
{
    /// <summary>
    /// Who walks how in the tables of a service, for each group in the order of <see cref="DemandGroups.All"/>. The
    /// service's own group walks as its rule says, so that the rule's figure is the rule's; other age groups walk as the
    /// pack says of them; a group of several of these is their sum. A walker that the question names stands for all.
    /// </summary>
    /// <param name="pack">The rules.</param>
    /// <param name="rule">The service's rule.</param>
    /// <param name="walker">The service's walker, or the one that the question names.</param>
    /// <param name="isAsked">True where the question names the walker.</param>
    public static IReadOnlyList<IReadOnlyList<GroupPart>> Of(
        RulePack pack, ServiceRule rule, WalkerProfile walker, bool isAsked)
    {
        var groups = DemandGroups.All;
        WalkerProfile WalkerOf(string column) =>
            pack.GroupProfiles.TryGetValue(column, out var code) ? pack.FindProfile(code)! : walker;
        return [.. groups.Select((group, g) => isAsked || group.Code == rule.Group || group == DemandGroups.Everyone
            ? [new GroupPart(g, walker)]
            : Parts(g, group.Columns, WalkerOf))];
    }

    private static GroupPart[] Parts(int group, IReadOnlyList<string> columns, Func<string, WalkerProfile> walkerOf) =>
        columns.Select(walkerOf).Distinct().ToList() is [var only]
            ? [new GroupPart(group, only)]
            : [.. columns.Select(c => new GroupPart(DemandGroups.IndexOf(c), walkerOf(c)))];
}
