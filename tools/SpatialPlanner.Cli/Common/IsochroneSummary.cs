using System.Globalization;
using System.Text.Json;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;

namespace SpatialPlanner.Cli.Common;

/// <summary>The count by building within each limit, and how the polygon and a circle differ from it.</summary>
public static class IsochroneSummary
{
    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A paragraph a limit.</summary>
    public static void Print(Terminal terminal, LoadedDistrict loaded, IsochroneAnswer answer)
    {
        var c = CultureInfo.InvariantCulture;
        foreach (var band in answer.Bands)
        {
            var limit = string.Create(c, $"{band.LimitS / 60:0.#} min = {band.LimitM:0.#} m");
            terminal.Print(new(
                string.Create(c, $"{limit}：步行可达 {band.CoveredBuildings:N0} 栋、{band.CoveredPeople:N0} 人"),
                string.Create(c, $"{limit}: {band.CoveredBuildings:N0} buildings with {band.CoveredPeople:N0} people within the walk")));
            if (band.Polygon is { } polygon)
            {
                var (outside, inside) = (polygon.CoveredOutside, polygon.UncoveredInside);
                var (outsidePeople, insidePeople) = (IsochroneLayer.People(loaded, outside), IsochroneLayer.People(loaded, inside));
                terminal.Print(new(
                    string.Create(c, $"  图形核验：可达而在图外 {outside.Length:N0} 栋（{outsidePeople:N0} 人），不可达而在图内 {inside.Length:N0} 栋（{insidePeople:N0} 人）"),
                    string.Create(c, $"  polygon: {outside.Length:N0} covered outside it ({outsidePeople:N0} people), {inside.Length:N0} uncovered inside it ({insidePeople:N0} people)")));
            }

            var wrong = IsochroneLayer.People(loaded, band.Circle.Uncovered);
            var missed = IsochroneLayer.People(loaded, band.Circle.Missed);
            var (ratioZh, ratioEn) = band.CircleRatio is { } ratio
                ? (string.Create(c, $"，面积为图形的 {ratio:0.00} 倍"), string.Create(c, $", {ratio:0.00} times the polygon's area")) : ("", "");
            terminal.Print(new(
                string.Create(c, $"  同半径圆：多计 {wrong:N0} 人，漏计 {missed:N0} 人{ratioZh}"),
                string.Create(c, $"  circle of that radius: {wrong:N0} people wrongly counted, {missed:N0} missed{ratioEn}")));
        }
    }

    /// <summary>The JSON document of the verb.</summary>
    public static void Write(
        Utf8JsonWriter json, LoadedDistrict loaded, IsochroneAnswer answer, string file, string? certificateFile)
    {
        json.WriteStartObject();
        json.WriteString("status", "done");
        json.WriteString("file", file);
        json.WriteString("certificate_file", certificateFile);
        json.WriteNumber("features", answer.Layer.Rows.Count);
        json.WritePropertyName("certificate");
        JsonSerializer.Serialize(json, answer.Bands.Select(b => BandReport.Of(loaded, b)), SnakeCase);
        json.WriteEndObject();
    }
}
