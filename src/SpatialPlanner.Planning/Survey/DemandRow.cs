using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Survey;

/// <summary>What a reader of a row of the demand list should know before trusting it.</summary>
[Flags]
public enum DemandWarnings
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Nobody in the district was asked about the service.</summary>
    NoEstimate = 1,

    /// <summary>Part of the estimate comes from answers of other areas.</summary>
    Borrowed = 2,

    /// <summary>Few answers (<see cref="SurveyThresholds.LeastAnswers"/>).</summary>
    SmallSample = 4,

    /// <summary>A wide margin of error (<see cref="SurveyThresholds.LargestMargin"/>), or none that could be worked out.</summary>
    WideMargin = 8,

    /// <summary>The ages of the respondents are not those of the people (<see cref="SurveyThresholds.SkewFactor"/>).</summary>
    SkewedAge = 16,

    /// <summary>Nearly all came by one channel (<see cref="SurveyThresholds.LargestChannelShare"/>).</summary>
    SkewedChannel = 32,

    /// <summary>One answer speaks for very many (<see cref="SurveyThresholds.LargestWeightRatio"/>).</summary>
    LargeWeight = 64,
}

/// <summary>The demand of an area for a service, in whole people; the parts of an area add up to it.</summary>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">Its place among the areas of the level in the frame.</param>
/// <param name="Service">Place of the service in the frame.</param>
/// <param name="People">People of the area.</param>
/// <param name="Answers">Answers about the service from it.</param>
/// <param name="Basis">The coarsest basis of its cells with people.</param>
/// <param name="BorrowedPeople">People of its cells whose estimate comes from answers of other areas.</param>
/// <param name="Common">People who want the service as a common need; null where nothing is known.</param>
/// <param name="Individual">People who want it as an individual need; null where nothing is known.</param>
/// <param name="DesignEffect">Design effect of the weights; null without answers.</param>
/// <param name="LargestWeight">Most people for whom one answer speaks; null without answers.</param>
/// <param name="Margin">Half of the 95 % interval of the share; null without answers.</param>
/// <param name="Warnings">What to know.</param>
public sealed record DemandRow(
    AreaLevel Level, int Area, int Service, long People, int Answers, EstimateBasis Basis, long BorrowedPeople,
    long? Common, long? Individual, double? DesignEffect, double? LargestWeight, double? Margin, DemandWarnings Warnings)
{
    /// <summary>People who want the service.</summary>
    public long? Demand => Common + Individual;

    /// <summary>Share of the people who want it; null where nobody lives or nothing is known.</summary>
    public double? Share => Demand is { } demand && People > 0 ? (double)demand / People : null;
}
