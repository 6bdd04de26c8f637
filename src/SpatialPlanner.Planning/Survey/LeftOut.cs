namespace SpatialPlanner.Planning.Survey;

/// <summary>Why an answer does not count; the first reason that holds, in this order.</summary>
public enum LeftOutReason
{
    /// <summary>It names no community.</summary>
    NoCommunity,

    /// <summary>It names a community that the district does not have.</summary>
    UnknownCommunity,

    /// <summary>It names no service that the rule pack has.</summary>
    UnknownService,

    /// <summary>Its age is a word that names no group.</summary>
    UnknownAge,

    /// <summary>Its age is below 0 or above 120 years.</summary>
    AgeOutOfRange,

    /// <summary>Its want is neither 0 nor 1.</summary>
    WantNotZeroOrOne,

    /// <summary>Nobody lives in its community, so it can speak for nobody.</summary>
    NobodyThere,

    /// <summary>The respondent has answered about this service before; the first answer, by id, counts.</summary>
    Duplicate,
}

/// <summary>An answer that does not count.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOut(SurveyResponse Response, LeftOutReason Reason);
