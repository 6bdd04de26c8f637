using SpatialPlanner.Engine.Coverage;

namespace SpatialPlanner.Planning.Patches;

/// <summary>Who is outside the limit of a service.</summary>
/// <param name="Service">Service code.</param>
/// <param name="Group">The service's own demand group, as its place in the groups.</param>
/// <param name="Walks">Walks of every building.</param>
/// <param name="Limit">The limit; it counts.</param>
public sealed record ServiceReach(string Service, int Group, ServiceWalks Walks, CoverageLimit Limit)
{
    private readonly (int[] CostMm, int LimitMm) judged = (Walks.Judged(Limit).CostMm, Limit.CostMm(Walks.SpeedMmPerS));

    /// <summary>True where a building is outside the limit.</summary>
    /// <param name="building">Building.</param>
    public bool IsOutside(int building) => judged.CostMm[building] > judged.LimitMm;

    /// <summary>True where a building has no walk to the service at all.</summary>
    /// <param name="building">Building.</param>
    public bool IsUnreached(int building) => judged.CostMm[building] == Engine.Network.WalkCosts.Unreached;
}
