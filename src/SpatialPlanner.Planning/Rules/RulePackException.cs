namespace SpatialPlanner.Planning.Rules;

/// <summary>A rule pack that cannot be used: where, and what to do.</summary>
/// <param name="problems">Everything that is wrong; the first is what the exception says.</param>
public sealed class RulePackException(IReadOnlyList<RulePackProblem> problems)
    : Exception($"{problems[0].Place}: {problems[0].What.En}")
{
    /// <summary>The exception of one problem.</summary>
    /// <param name="place">JSON path of the offending value.</param>
    /// <param name="what">What is wrong and how to mend it.</param>
    public RulePackException(string place, LocalText what)
        : this([new RulePackProblem(place, what)])
    {
    }

    /// <summary>JSON path of the offending value.</summary>
    public string Place => Problems[0].Place;

    /// <summary>What is wrong and how to mend it.</summary>
    public LocalText What => Problems[0].What;

    /// <summary>Everything that is wrong, as far as it could be read.</summary>
    public IReadOnlyList<RulePackProblem> Problems { get; } = problems;
}
