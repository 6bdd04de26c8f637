using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Siting;

/// <summary><c>POST /api/v1/siting/evaluate</c>.</summary>
internal static class EvaluateHandlers
{
    /// <summary>What a plan gains as it is given, and with every site in its space: the difference is what moving loses.</summary>
    public static Answer<EvaluateDocument> Evaluate(Question<EvaluateRequest> question, Snapshot snapshot)
    {
        var request = question.Fields;
        // While a site is dragged the question stays and only places change.
        var made = snapshot.PlanCases.Get(new Question<PlanQuestion>(request.Question).Text, () =>
            SitingAnswer.Fault(snapshot.Assessment, request.Question) is { } fault
                ? throw SitingHandlers.ProblemOf(fault) : SitingAnswer.CaseOf(snapshot.Assessment, request.Question));
        var sites = Sites(snapshot, made, request);
        var moved = PlanTrial.Of(made, sites);
        var still = sites.All(s => s.At is null) ? moved : PlanTrial.Of(made, [.. sites.Select(s => s with { At = null })]);
        return new(EvaluateDocument.Of(snapshot.Fingerprint, made, request, still, moved));
    }

    private static List<TrialSite> Sites(Snapshot snapshot, PlanCase made, EvaluateRequest request)
    {
        var places = made.Ground.Spaces.Select((s, i) => (s.Id, i)).ToDictionary(s => s.Id, s => s.i, StringComparer.Ordinal);
        return
        [
            .. ChangeBinder.Few("sites", request.Sites).Select((site, i) => new TrialSite(
                places.TryGetValue(site.Id, out var space) ? space : throw HttpProblem.Invalid(
                    $"sites[{i}].id", $"没有空间“{site.Id}”", $"there is no space \"{site.Id}\""),
                [.. site.Rooms.Select((room, k) => (Service(made, room, $"sites[{i}].rooms[{k}].service"), room.CapacityPeople))],
                (site.Year ?? 1) - 1, Moved(snapshot, site, $"sites[{i}]"))),
        ];
    }

    private static int Service(PlanCase made, RoomOfSite room, string field)
    {
        var known = made.Problem.Services;
        for (var s = 0; s < known.Count; s++)
        {
            if (known[s] == room.Service)
            {
                return s;
            }
        }

        var codes = string.Join(", ", known);
        throw HttpProblem.Invalid(field, $"“{room.Service}”不在所问的服务之中：{codes}", $"\"{room.Service}\" is none of the services asked for: {codes}");
    }

    private static (double X, double Y)? Moved(Snapshot snapshot, SiteOfPlan site, string field) => (site.Lon, site.Lat) switch
    {
        (null, null) => null,
        ({ } lon, { } lat) => ChangeBinder.Local(snapshot.Loaded, field, lon, lat),
        _ => throw HttpProblem.Invalid(field, "lon 与 lat 应一起给出", "give lon and lat together"),
    };
}
