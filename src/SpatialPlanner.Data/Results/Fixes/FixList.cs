using SpatialPlanner.Data.Districts;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Results.Fixes;

/// <summary>The cheapest changes of each kind that bring a building within the limit of a service.</summary>
/// <param name="Fixes">Idle spaces by cost and walk, then gates by walk, then the shortest new path.</param>
/// <param name="WhyNone">Why there are none; null where there are some, and where the building is covered.</param>
public sealed record FixList(IReadOnlyList<Fix> Fixes, LocalText? WhyNone)
{
    /// <summary>Looks for changes.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="answer">The service's answer.</param>
    /// <param name="building">The building.</param>
    /// <param name="cancel">Cancels between two changes that are tried.</param>
    public static FixList Find(LoadedDistrict loaded, ServiceAnswer answer, int building, CancellationToken cancel)
    {
        if (answer.Walks.IsCovered(building, answer.Limit))
        {
            return new FixList([], null);
        }

        var trial = new WalkTrial(loaded, answer, building, cancel);
        var (idle, idleLookedAt) = IdleSpaceFixes.Find(trial);
        var (gates, gatesLookedAt) = GateFixes.Find(trial);
        List<Fix> all = [.. idle, .. gates, .. NewLinkFix.Find(trial)];
        return all.Count > 0 ? new FixList(all, null) : new FixList([], new(
            $"没有单独一项改动足够：{idleLookedAt} 处可用闲置空间、{gatesLookedAt} 个附近的关闭出入口均不能使其进入限值，"
            + $"也没有 {Engine.Fixes.NewLink.LongestMetres} 米以内的新连接路可行",
            $"no single change would do: none of {idleLookedAt} idle spaces for the service and of {gatesLookedAt} closed gates "
            + $"nearby brings it within the limit, nor does a new path of up to {Engine.Fixes.NewLink.LongestMetres} m"));
    }
}
