namespace SpatialPlanner.Planning.Survey;

/// <summary>
/// When a row of the demand list is marked. Habits of survey practice and of this program, not figures of a standard: they are
/// stated with the results and can be set otherwise.
/// </summary>
public sealed record SurveyThresholds
{
    /// <summary>Those used where nobody sets others.</summary>
    public static SurveyThresholds Default { get; } = new();

    /// <summary>Fewer answers than this are a small sample.</summary>
    public int LeastAnswers { get; init; } = 30;

    /// <summary>A margin of error above this is wide; a share.</summary>
    public double LargestMargin { get; init; } = 0.10;

    /// <summary>An age group is skewed where its share of the sample is over this many times its share of the people, or under one of so many.</summary>
    public double SkewFactor { get; init; } = 2;

    /// <summary>The channel is skewed where one brought more than this share of the respondents.</summary>
    public double LargestChannelShare { get; init; } = 0.8;

    /// <summary>A weight is large where one answer speaks for over this many times as many people as the mean.</summary>
    public double LargestWeightRatio { get; init; } = 5;

    /// <summary>A cell with fewer answers borrows the wishes of a coarser one; 1: only an empty one does.</summary>
    public int LeastAnswersOfCell { get; init; } = 1;
}
