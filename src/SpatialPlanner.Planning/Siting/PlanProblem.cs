using SpatialPlanner.Engine.Coverage;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// The plan problem as numbers: who needs what, which space could be which rooms, who walks there. Made of a workspace's
/// assessment (so that what is covered before is what the coverage table says), solved by <c>PlanSolver</c>.
/// </summary>
public sealed class PlanProblem
{
    /// <summary>Value of one person of weight 1 and priority 1: objectives are whole numbers of this fraction of a person.</summary>
    public const long ValueOfOne = 1000;

    /// <summary>Service codes, in the order of the pack.</summary>
    public required IReadOnlyList<string> Services { get; init; }

    /// <summary>The spaces that could be used, by id.</summary>
    public required IReadOnlyList<PlanSpace> Spaces { get; init; }

    /// <summary>The rooms that could be, at most one of a service in a space; in the order of space, service, area.</summary>
    public required IReadOnlyList<RoomOption> Rooms { get; init; }

    /// <summary>For each service, the services (a bit each) that may not share a space with it.</summary>
    public required IReadOnlyList<ulong> NotWith { get; init; }

    /// <summary>For each service, people of each building who need it: outside today, or without a place.</summary>
    public required IReadOnlyList<int[]> Need { get; init; }

    /// <summary>For each service, value of one such person of each building, <see cref="ValueOfOne"/> × weight × priority.</summary>
    public required IReadOnlyList<long[]> Value { get; init; }

    /// <summary>
    /// For each service, the buildings (columns) that reach each space (rows) within the service's limit, by the walks that
    /// the coverage table judges.
    /// </summary>
    public required IReadOnlyList<SparseRows> Reach { get; init; }

    /// <summary>Community of each building, from 0, or -1.</summary>
    public required int[] Community { get; init; }

    /// <summary>For each service, people of its group in each community.</summary>
    public required IReadOnlyList<long[]> Total { get; init; }

    /// <summary>For each service, people of its group in each community who are covered today (who have a place, where places count).</summary>
    public required IReadOnlyList<long[]> Covered { get; init; }
}

/// <summary>A space that could be used.</summary>
/// <param name="Id">Id of the idle space, or of the facility that could be extended.</param>
/// <param name="FloorAreaDm2">Floor area, dm² (whole numbers, so that rooms add up exactly).</param>
/// <param name="OpeningCostCny">What taking it over costs whatever it becomes, CNY.</param>
/// <param name="Group">Subdistrict, from 0, or -1.</param>
/// <param name="Community">Community, from 0, or -1.</param>
/// <param name="FirstYear">First year in which it can be used, from 0.</param>
/// <param name="IsExtension">True for an open facility that would be extended.</param>
public sealed record PlanSpace(
    string Id, long FloorAreaDm2, long OpeningCostCny, int Group, int Community, int FirstYear = 0, bool IsExtension = false);

/// <summary>A room that could be.</summary>
/// <param name="Space">Its space, as its place in the problem.</param>
/// <param name="Service">Its service, as its place in the problem.</param>
/// <param name="AreaDm2">Floor area, dm².</param>
/// <param name="CostCny">Fitting out, CNY.</param>
/// <param name="CapacityPeople">People it can serve, or null where that is not counted.</param>
public sealed record RoomOption(int Space, int Service, long AreaDm2, long CostCny, long? CapacityPeople);
