using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>A plan, and what is proved about it.</summary>
/// <param name="Status">How the search ended.</param>
/// <param name="Objective">People newly covered, by weight and priority; or the cost, where the question has a target.</param>
/// <param name="Bound">No plan is better than this.</param>
/// <param name="Gap">Their distance as a share of the bound.</param>
/// <param name="CostCny">What the plan costs, CNY.</param>
/// <param name="BudgetCny">What there was, CNY, or null.</param>
/// <param name="Sites">The chosen spaces, in the order of their ids.</param>
/// <param name="NotChosen">Every other space, and why.</param>
/// <param name="Services">Each service before and after.</param>
/// <param name="Communities">Each community and service before and after; only services of the question.</param>
/// <param name="Swaps">Changes of one space for another that lose little, the least loss first.</param>
/// <param name="Alternative">The best plan that differs in at least one space, or null where there is none.</param>
/// <param name="Repairs">For a question without an answer: the smallest changes that would give it one.</param>
/// <param name="Reserve">Spaces for later (项目储备), in the order of what each would add to the plan.</param>
/// <param name="Problem">Why there is no plan, or null.</param>
public sealed record PlanAnswer(
    SitingStatus Status, double Objective, double Bound, double Gap, long CostCny, long? BudgetCny, IReadOnlyList<PlanSite> Sites,
    IReadOnlyList<NotChosenSite> NotChosen, IReadOnlyList<PlanService> Services, IReadOnlyList<PlanCommunity> Communities,
    IReadOnlyList<PlanSwap> Swaps, PlanAlternative? Alternative, IReadOnlyList<LocalText> Repairs,
    IReadOnlyList<ReserveSite> Reserve, LocalText? Problem);
