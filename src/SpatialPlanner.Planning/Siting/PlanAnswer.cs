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

/// <summary>What a chosen space becomes.</summary>
public enum SiteTypology
{
    /// <summary>综合体: large enough, enough functions, enough of the priority ones.</summary>
    Complex,

    /// <summary>插花式: anything else.</summary>
    Infill,
}

/// <summary>A chosen space.</summary>
/// <param name="Id">Id of the idle space.</param>
/// <param name="Name">Its name.</param>
/// <param name="CommunityCode">Its community.</param>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="FloorAreaM2">Floor area of the space, m².</param>
/// <param name="UsedAreaM2">Floor area of its rooms, m².</param>
/// <param name="CostCny">Cost of the space and its rooms, CNY.</param>
/// <param name="Year">Year of the phase, from 1; 1 without phases.</param>
/// <param name="Typology">What it becomes.</param>
/// <param name="Reasons">Why that, in words.</param>
/// <param name="Rooms">Its rooms, in the order of the pack.</param>
/// <param name="MarginalGain">What the plan would lose without it.</param>
/// <param name="AloneGain">What it would give if nothing else were built.</param>
/// <param name="IsRequired">True where the question asked for it.</param>
public sealed record PlanSite(
    string Id, string? Name, string? CommunityCode, double Lon, double Lat, double FloorAreaM2, double UsedAreaM2, long CostCny,
    int Year, SiteTypology Typology, IReadOnlyList<LocalText> Reasons, IReadOnlyList<PlanRoom> Rooms, double MarginalGain,
    double AloneGain, bool IsRequired);

/// <summary>A room of a chosen space.</summary>
/// <param name="Service">Service code.</param>
/// <param name="AreaM2">Floor area, m².</param>
/// <param name="CostCny">Fitting out, CNY.</param>
/// <param name="CapacityPeople">People it can serve, or null where that is not counted.</param>
/// <param name="NewPeople">People whom it serves and who were outside before.</param>
/// <param name="MarginalGain">What the plan would lose without the room.</param>
/// <param name="AloneGain">What the room would give if nothing else were built.</param>
public sealed record PlanRoom(
    string Service, double AreaM2, long CostCny, long? CapacityPeople, long NewPeople, double MarginalGain, double AloneGain);

/// <summary>A space that was not chosen.</summary>
/// <param name="Id">Id of the idle space.</param>
/// <param name="Name">Its name.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="LossIfForced">What the plan would lose if it had to be in it; null where that cannot be or was not worked out.</param>
public sealed record NotChosenSite(string Id, string? Name, LocalText Reason, double? LossIfForced);

/// <summary>A service before and after the plan; figures of the service's own group.</summary>
/// <param name="Service">Service code.</param>
/// <param name="Total">People of the group.</param>
/// <param name="CoveredBefore">People covered today, as the coverage table has it.</param>
/// <param name="CoveredAfter">People covered with the plan.</param>
/// <param name="Rooms">Rooms of the plan.</param>
/// <param name="AreaM2">Floor area of the rooms, m².</param>
public sealed record PlanService(string Service, long Total, long CoveredBefore, long CoveredAfter, int Rooms, double AreaM2);

/// <summary>A community and a service before and after the plan.</summary>
/// <param name="Code">Code of the community.</param>
/// <param name="Name">Its name.</param>
/// <param name="Service">Service code.</param>
/// <param name="Total">People of the group.</param>
/// <param name="CoveredBefore">People covered today.</param>
/// <param name="CoveredAfter">People covered with the plan.</param>
public sealed record PlanCommunity(string Code, string? Name, string Service, long Total, long CoveredBefore, long CoveredAfter);

/// <summary>One space for another.</summary>
/// <param name="Out">Space of the plan.</param>
/// <param name="In">Space that would stand in.</param>
/// <param name="Loss">What the plan would lose; the rooms of the new space are its best.</param>
public sealed record PlanSwap(string Out, string In, double Loss);

/// <summary>The best other plan.</summary>
/// <param name="Sites">Ids of its spaces.</param>
/// <param name="Loss">What it loses.</param>
/// <param name="IsProved">True where it is proved that no other plan loses less.</param>
public sealed record PlanAlternative(IReadOnlyList<string> Sites, double Loss, bool IsProved);

/// <summary>A space for later.</summary>
/// <param name="Id">Id of the idle space.</param>
/// <param name="Name">Its name.</param>
/// <param name="Gain">What it would add to the plan.</param>
/// <param name="CostCny">What it would cost, CNY.</param>
/// <param name="Services">The services that it would take.</param>
public sealed record ReserveSite(string Id, string? Name, double Gain, long CostCny, IReadOnlyList<string> Services);
