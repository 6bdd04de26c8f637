using SpatialPlanner.Data.Results.Pilots;
using SpatialPlanner.Planning.Pilots;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>POST /api/v1/pilots</c>.</summary>
internal static class PilotHandlers
{
    public static Answer<PilotDocument> Pilots(Question<PilotRequest> question, Snapshot snapshot, CancellationToken cancel)
    {
        var (communities, request) = (snapshot.Assessment.PilotCommunities, question.Fields);
        var standard = PilotDefaults.Question(communities.Sizes);
        var count = request.Count ?? standard.Count;
        var asked = standard with
        {
            Count = count,
            Weights = request.Weights is { } named ? Weights(named) : standard.Weights,
            LeastPerSubdistrict = request.PerSubdistrictMin ?? Math.Min(standard.LeastPerSubdistrict, communities.Sizes.Count <= count ? 1 : 0),
            MostPerSubdistrict = request.PerSubdistrictMax,
            Seed = request.Seed ?? standard.Seed,
        };
        if (asked.Contradiction(communities.Sizes) is { } wrong)
        {
            throw HttpProblem.Invalid(wrong.Field, wrong.What.Zh, wrong.What.En);
        }

        cancel.ThrowIfCancellationRequested();
        return new(PilotDocument.Of(snapshot.Assessment, PilotAnswer.Find(communities.Candidates, PilotCriteria.All, asked)));
    }

    private static IReadOnlyList<double> Weights(IReadOnlyDictionary<string, double> named)
    {
        var weights = PilotDefaults.Weights(named, out var unknown);
        var known = string.Join(", ", PilotCriteria.All.Select(c => c.Code));
        return unknown is null ? weights : throw HttpProblem.Invalid(
            "weights", $"没有指标“{unknown}”，可用：{known}", $"there is no criterion \"{unknown}\"; take some of {known}");
    }
}
