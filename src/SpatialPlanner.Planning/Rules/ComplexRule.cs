namespace SpatialPlanner.Planning.Rules;

/// <summary>
/// When a site is a community service complex (综合体): large enough, enough functions, enough of the priority ones.
/// Anything else is an infill site (插花式).
/// </summary>
/// <param name="LeastAreaM2">Least floor area, m².</param>
/// <param name="WishedAreaM2">Floor area wished for, m².</param>
/// <param name="LeastFunctions">Least number of functions.</param>
/// <param name="PriorityServices">Service codes of the priority functions.</param>
/// <param name="LeastPriority">Least number of priority functions.</param>
/// <param name="Clause">Clause of the document.</param>
/// <param name="Source">Document.</param>
/// <param name="Verification">How sure the values are.</param>
public sealed record ComplexRule(
    double LeastAreaM2, double WishedAreaM2, int LeastFunctions, IReadOnlyList<string> PriorityServices, int LeastPriority,
    string Clause, LocalText Source, Verification Verification);
