using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>A question about a plan as a problem of numbers, and the way back to the district.</summary>
/// <param name="Assessment">The district.</param>
/// <param name="Ground">The spaces and who reaches them.</param>
/// <param name="Question">The question.</param>
/// <param name="Problem">The problem.</param>
/// <param name="Services">Each service of the problem as its place in the pack.</param>
/// <param name="Spaces">Each space of the problem as its place in the ground.</param>
/// <param name="LeftOut">Why a space of the ground (its place) is not in the problem.</param>
/// <param name="StartYear">Calendar year of the first year, or null where nothing tells it.</param>
/// <param name="Warnings">What a reader of the plan should know.</param>
public sealed record PlanCase(
    Assessment Assessment, SitingGround Ground, PlanQuestion Question, PlanProblem Problem, IReadOnlyList<int> Services,
    IReadOnlyList<int> Spaces, IReadOnlyDictionary<int, LocalText> LeftOut, int? StartYear, IReadOnlyList<LocalText> Warnings)
{
    /// <summary>Why the space of an id is not in the problem; null where there is no such space.</summary>
    /// <param name="id">Id.</param>
    internal LocalText? WhyOut(string id)
    {
        for (var i = 0; i < Ground.Spaces.Count; i++)
        {
            if (Ground.Spaces[i].Id == id)
            {
                return LeftOut.GetValueOrDefault(i);
            }
        }

        return null;
    }
}
