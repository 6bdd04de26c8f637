using System.Globalization;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Ogc;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>GET /api/v1/explain</c>.</summary>
internal static class ExplainHandlers
{
    private static readonly string[] Known = ["building", "service", "minutes", "metres", "profile", "time"];

    public static Answer<ExplainDocument> Explain(
        Snapshot snapshot, HttpRequest request, CancellationToken cancel)
    {
        foreach (var (name, values) in request.Query)
        {
            _ = Known.Contains(name) ? Parameters.Single(name, values) : throw Parameters.Unknown(name);
        }

        string? Given(string name) => request.Query[name] is [{ Length: > 0 } text] ? text : null;
        var id = Given("building") ?? throw HttpProblem.Invalid("building", "需要建筑编号", "give a building's id");
        var district = snapshot.At(Binding.Time(Given("time")));
        var answer = Binding.Answer(district, new CoverageRequest(
            Given("service"), Number("minutes", Given("minutes")), Number("metres", Given("metres")), Given("profile")));
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
