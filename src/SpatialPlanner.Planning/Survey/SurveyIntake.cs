namespace SpatialPlanner.Planning.Survey;

/// <summary>
/// The answers of a survey, told apart into those that count and those that do not; each is in one of the two lists.
/// </summary>
/// <param name="Strata">The ages that the answers tell apart.</param>
/// <param name="Counted">The answers that count, in the order given.</param>
/// <param name="LeftOut">The others, in the order given.</param>
/// <param name="WithoutKind">Ids of answers that count and want a service, but do not say whether it is a common need.</param>
/// <param name="WithoutAge">Ids of answers that count and say no age.</param>
/// <param name="Strangers">Respondents who answered in several communities; all of their answers count.</param>
public sealed record SurveyIntake(
    AgeStrata Strata, IReadOnlyList<CountedResponse> Counted, IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<string> WithoutKind, IReadOnlyList<string> WithoutAge, IReadOnlyList<string> Strangers)
{
    /// <summary>Looks at every answer.</summary>
    /// <param name="frame">The population.</param>
    /// <param name="responses">The answers in the order of their ids.</param>
    public static SurveyIntake Of(SurveyFrame frame, IReadOnlyList<SurveyResponse> responses)
    {
        var strata = AgeStrata.Of(responses.Any(r => AgeStrata.Read(r.AgeGroup) == AgeStrata.SixtyUp));
        var (communities, services) = (PlacesOf(frame.Communities.Select(c => c.Code)), PlacesOf(frame.Services));
        var (counted, leftOut) = (new List<CountedResponse>(), new List<LeftOut>());
        var seen = new HashSet<(string Community, string Respondent, string Service)>();
        foreach (var response in responses)
        {
            if (ReasonAgainst(response) is { } reason)
            {
                leftOut.Add(new(response, reason));
                continue;
            }

            counted.Add(new(
                response.Id, communities[response.Community!], services[response.Service!],
                strata.StratumOf(AgeStrata.Read(response.AgeGroup)), response.Want == 1, response.NeedKind == "individual",
                response.Channel ?? "", Who(response)));
        }

        var taken = counted.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        IEnumerable<SurveyResponse> those = responses.Where(r => taken.Contains(r.Id));
        return new SurveyIntake(
            strata, counted, leftOut,
            [.. those.Where(r => r.Want == 1 && r.NeedKind is not ("common" or "individual")).Select(r => r.Id)],
            [.. those.Where(r => string.IsNullOrEmpty(r.AgeGroup)).Select(r => r.Id)],
            [
                .. those.Where(r => !string.IsNullOrWhiteSpace(r.Respondent)).GroupBy(r => r.Respondent!, StringComparer.Ordinal)
                    .Where(g => g.Select(r => r.Community).Distinct().Skip(1).Any()).Select(g => g.Key),
            ]);

        LeftOutReason? ReasonAgainst(SurveyResponse r) => (r.Community, AgeStrata.Read(r.AgeGroup)) switch
        {
            (null or "", _) => LeftOutReason.NoCommunity,
            ({ } code, _) when !communities.ContainsKey(code) => LeftOutReason.UnknownCommunity,
            _ when !services.ContainsKey(r.Service ?? "") => LeftOutReason.UnknownService,
            (_, AgeStrata.Unknown) => LeftOutReason.UnknownAge,
            (_, AgeStrata.OutOfRange) => LeftOutReason.AgeOutOfRange,
            _ when r.Want is not (0 or 1) => LeftOutReason.WantNotZeroOrOne,
            _ when frame.Communities[communities[r.Community]].People == 0 => LeftOutReason.NobodyThere,
            _ => seen.Add((r.Community, Who(r), r.Service!)) ? null : LeftOutReason.Duplicate,
        };
    }

    // A number is a community's own: questionnaires are often numbered anew in each.
    private static string Who(SurveyResponse response) =>
        string.IsNullOrWhiteSpace(response.Respondent) ? $"\0{response.Id}" : response.Respondent;

    private static Dictionary<string, int> PlacesOf(IEnumerable<string> codes)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (place, code) in codes.Index())
        {
            places.TryAdd(code, place);
        }

        return places;
    }
}
