using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>What a community asks for at least of a service.</summary>
/// <param name="Community">Community, as its place in the problem.</param>
/// <param name="Service">Service, as its place in the problem.</param>
/// <param name="Served">The rows and the people who must be newly served.</param>
/// <param name="InReach">People without the service whom some space could serve.</param>
internal sealed record PlanFloor(int Community, int Service, ServedFloor Served, long InReach)
{
    /// <summary>The floors that today does not meet already.</summary>
    public static IReadOnlyList<PlanFloor> Of(PlanProblem problem, PlanQuestion question, bool[] asked, PlanRows rows)
    {
        var byPlace = Enumerable.Range(0, rows.Service.Count).ToLookup(r => (rows.Service[r], rows.Community[r]));
        var floors = new List<PlanFloor>();
        for (var service = 0; service < problem.Services.Count; service++)
        {
            for (var c = 0; asked[service] && c < problem.Total[service].Length; c++)
            {
                var least = Least(question.LeastCommunityShare ?? 0, problem.Total[service][c]) - problem.Covered[service][c];
                if (least > 0)
                {
                    int[] its = [.. byPlace[(service, c)]];
                    floors.Add(new PlanFloor(c, service, new ServedFloor(its, least), its.Sum(r => rows.Gains.Amount[r])));
                }
            }
        }

        return floors;
    }

    // People are whole. A share that is a whole number of people but for the rounding of the share itself asks for no one more.
    private static long Least(double share, long total) => (long)Math.Ceiling((share * total) - 1e-9);
}
