namespace SpatialPlanner.Planning.Rules;

/// <summary>One thing wrong with a rule pack: where, and what to do.</summary>
/// <param name="Place">JSON path of the offending value, e.g. <c>$.rules[3].value</c>.</param>
/// <param name="What">What is wrong and how to mend it.</param>
public sealed record RulePackProblem(string Place, LocalText What);
