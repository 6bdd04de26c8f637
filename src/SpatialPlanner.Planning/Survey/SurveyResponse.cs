namespace SpatialPlanner.Planning.Survey;

/// <summary>One answer as it was given: one respondent about one service. Nothing of it is checked yet.</summary>
/// <param name="Id">Id of the row.</param>
/// <param name="Community">Community code.</param>
/// <param name="Service">Service code.</param>
/// <param name="AgeGroup">Age group code, age in years, <c>all</c>, or nothing.</param>
/// <param name="Want">1 wants the service, 0 does not.</param>
/// <param name="NeedKind"><c>common</c> or <c>individual</c>.</param>
/// <param name="Channel"><c>online</c>, <c>offline</c>, …</param>
/// <param name="Respondent">Who answered; null where nobody numbered them.</param>
public sealed record SurveyResponse(
    string Id, string? Community, string? Service, string? AgeGroup, long? Want, string? NeedKind, string? Channel,
    string? Respondent);
