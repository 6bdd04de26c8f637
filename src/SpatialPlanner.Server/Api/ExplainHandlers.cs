using System.Globalization;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Ogc;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Scenarios;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>GET</c> and <c>POST /api/v1/explain</c>.</summary>
internal static class ExplainHandlers
{
    private static readonly string[] Known = ["building", "service", "minutes", "metres", "profile", "time", "scenario"];

    public static Answer<ExplainDocument> Explain(
        Snapshot snapshot, HttpRequest request, PlannerServerOptions options, CancellationToken cancel)
    {
        foreach (var (name, values) in request.Query)
        {
            _ = Known.Contains(name) ? Parameters.Single(name, values) : throw Parameters.Unknown(name);
        }

        string? Given(string name) => request.Query[name] is [{ Length: > 0 } text] ? text : null;
        return Explain(
            snapshot, options,
            new(
                Given("building"), Given("service"), Number("minutes", Given("minutes")), Number("metres", Given("metres")),
                Given("profile"), Given("time"), Given("scenario")),
            cancel);
    }

    /// <summary>The same with changes that are not saved.</summary>
    public static Answer<ExplainDocument> ExplainChanged(
        Question<ExplainRequest> question, Snapshot snapshot, PlannerServerOptions options, CancellationToken cancel) =>
        Explain(snapshot, options, question.Fields, cancel);

    private static Answer<ExplainDocument> Explain(
        Snapshot snapshot, PlannerServerOptions options, ExplainRequest asked, CancellationToken cancel)
    {
        var id = asked.Building ?? throw HttpProblem.Invalid("building", "需要建筑编号", "give a building's id");
        var time = Binding.Time(asked.Time);
        var district = (asked.Scenario, asked.Changes) switch
        {
            ({ }, { }) => throw HttpProblem.Invalid("changes", "与 scenario 只能给其一", "give changes or scenario, not both"),
            ({ } scenario, null) => snapshot.At(time, ScenarioStore.Find(options, scenario)),
            (null, { } changes) => snapshot.At(time, changes),
            _ => snapshot.At(time),
        };
        var answer = Binding.Answer(district, asked);
        var building = Array.IndexOf(snapshot.Loaded.District.Buildings.Id, id);
        return building >= 0
            ? new(ExplainDocument.Of(district.Loaded, answer, building, cancel))
            : throw HttpProblem.Missing($"没有建筑“{id}”", $"There is no building \"{id}\"");
    }

    private static double? Number(string field, string? text) =>
        text is null ? null
        : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
        : throw HttpProblem.Invalid(field, $"“{text}”不是数", $"\"{text}\" is no number");
}
