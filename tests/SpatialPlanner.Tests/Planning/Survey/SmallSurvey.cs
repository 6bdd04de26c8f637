using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Tests.Planning.Survey;

/// <summary>Small surveys for tests.</summary>
internal static class SmallSurvey
{
    public static readonly string[] Services = ["meals", "health"];

    /// <summary>A community of people of 60 to 79 and of people in no age group.</summary>
    public static SurveyCommunity Community(string code, int subdistrict, long old, long rest) =>
        new(code, subdistrict, [0, 0, 0, old, 0, rest]);

    /// <summary>Answers of one kind: so many of them, of which so many want the service.</summary>
    public static IEnumerable<SurveyResponse> Answers(
        string prefix, string community, string? age, int asked, int wants, string service = "meals", int individual = 0) =>
        Enumerable.Range(0, asked).Select(i => new SurveyResponse(
            $"{prefix}{i:d4}", community, service, age, i < wants ? 1 : 0, i < individual ? "individual" : "common",
            i % 2 == 0 ? "online" : "offline", null));

    public static SurveyEstimate Estimate(SurveyFrame frame, params IEnumerable<SurveyResponse>[] answers) => SurveyEstimate.Make(
        frame, SurveyIntake.Of(frame, [.. answers.SelectMany(a => a)]), SurveyThresholds.Default);
}
