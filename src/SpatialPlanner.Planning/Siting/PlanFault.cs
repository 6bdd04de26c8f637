namespace SpatialPlanner.Planning.Siting;

/// <summary>Why a question about a plan cannot be asked.</summary>
/// <param name="Field">The field of the question, as the API names it, e.g. <c>budget_cny</c>.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record PlanFault(string Field, LocalText What, LocalText Remedy);
