using System.Text.Json;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Scenarios;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>POST /api/v1/coverage</c>.</summary>
internal static class CoverageHandlers
{
    private static readonly string[] Levels = ["district", "subdistrict", "community", "compound"];

    public static RenderedAnswer<CoverageAnswer> Coverage(
        Question<CoverageRequest> question, Snapshot snapshot, PlannerServerOptions options, string? levels, CancellationToken cancel)
    {
        var kept = LevelsOf(levels);
        var scenario = question.Fields.Scenario is { } id ? ScenarioStore.Find(options, id) : null;
        return new(snapshot.Coverage.Get($"{question.Text}\n{levels}\n{scenario?.Version}", () =>
        {
            var time = Binding.Time(question.Fields.Time);
            var answer = Binding.Answer(snapshot.At(time, scenario), question.Fields);
            cancel.ThrowIfCancellationRequested();
            return JsonSerializer.SerializeToUtf8Bytes(
                CoverageAnswer.Of(snapshot.Loaded, answer, time, kept), ApiJson.Options);
        }));
    }

    private static HashSet<string>? LevelsOf(string? levels)
    {
        var kept = levels?.Split(',');
        var unknown = kept?.FirstOrDefault(l => !Levels.Contains(l));
        return unknown is null
            ? kept?.ToHashSet()
            : throw HttpProblem.Invalid(
                "levels", $"没有“{unknown}”，可用：{string.Join(", ", Levels)}",
                $"there is no \"{unknown}\"; take some of {string.Join(", ", Levels)}");
    }
}
