using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Server.Api;

namespace SpatialPlanner.Server.Siting;

/// <summary>A plan to be worked out as it is given.</summary>
/// <param name="Question">Services, weights and what else counts.</param>
/// <param name="Sites">The plan.</param>
internal sealed record EvaluateRequest(PlanQuestion Question, IReadOnlyList<SiteOfPlan> Sites);

/// <summary>A site of the plan.</summary>
/// <param name="Id">Id of its space.</param>
/// <param name="Rooms">Its rooms.</param>
/// <param name="Year">Year of its phase, from 1; 1 without it.</param>
/// <param name="Lon">Longitude of where it was moved to; without it the space's.</param>
/// <param name="Lat">Latitude.</param>
internal sealed record SiteOfPlan(string Id, IReadOnlyList<RoomOfSite> Rooms, int? Year = null, double? Lon = null, double? Lat = null);

/// <summary>A room.</summary>
/// <param name="Service">Service code.</param>
/// <param name="CapacityPeople">People it can serve; without it all who come. Counts where the question counts capacities.</param>
internal sealed record RoomOfSite(string Service, long? CapacityPeople = null);

/// <summary>What a plan gains where its sites were moved to.</summary>
/// <param name="Fingerprint">Of the data.</param>
/// <param name="Gain">People newly covered, by weight and priority, with the sites where they were moved to.</param>
/// <param name="GainInPlace">The same with every site in its space.</param>
/// <param name="Loss">What moving loses; below 0 where it gains.</param>
/// <param name="NewPeople">People newly covered of all services together.</param>
/// <param name="Services">The same by service.</param>
/// <param name="Links">The sites that were moved, and whether they are on the network.</param>
internal sealed record EvaluateDocument(
    string Fingerprint, double Gain, double GainInPlace, double Loss, long NewPeople, IReadOnlyList<ServiceOfTrial> Services,
    IReadOnlyList<LinkOfSite> Links)
{
    public static EvaluateDocument Of(string fingerprint, PlanCase made, EvaluateRequest request, PlanTrial still, PlanTrial moved) => new(
        fingerprint, Rounded.Milli(moved.Gain), Rounded.Milli(still.Gain), Rounded.Milli(still.Gain - moved.Gain), moved.NewPeople.Sum(),
        [.. made.Problem.Services.Select((code, s) => new ServiceOfTrial(code, moved.NewPeople[s], still.NewPeople[s]))],
        [.. moved.OffNetworkM.Select(m => new LinkOfSite(request.Sites[m.Key].Id, m.Value is not null, Rounded.Milli(m.Value)))]);
}

/// <summary>A service of the plan.</summary>
/// <param name="Service">Service code.</param>
/// <param name="NewPeople">People newly covered with the sites where they were moved to.</param>
/// <param name="NewPeopleInPlace">The same with every site in its space.</param>
internal sealed record ServiceOfTrial(string Service, long NewPeople, long NewPeopleInPlace);

/// <summary>A site that was moved.</summary>
internal sealed record LinkOfSite(string Id, bool Linked, double? OffNetworkM);
