using SpatialPlanner.Engine.Accessibility;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Capacity;

/// <summary>Who of a service's group finds a place within the rule's limit, and how many places there are for each.</summary>
/// <param name="Rule">The service's rule.</param>
/// <param name="Supply">What the open facilities can give.</param>
/// <param name="People">People of the service's group in each building.</param>
/// <param name="Split">
/// The people split in three; of it only who is out of reach is known where no facility has a capacity.
/// </param>
/// <param name="Measures">Places for each person, in the order of <see cref="AccessibilityMeasures.Codes"/>.</param>
public sealed record ServiceCapacity(
    ServiceRule Rule, ServiceSupply Supply, int[] People, CapacitySplit Split, IReadOnlyList<FloatingCatchment> Measures)
{
    /// <summary>How much of the supply is known.</summary>
    public SplitKnowledge Knowledge =>
        Supply.Facilities.Length == 0 ? SplitKnowledge.NoFacility
        : !Supply.HasCapacity ? SplitKnowledge.Unknown
        : Supply.UnknownCount > 0 ? SplitKnowledge.LowerBound : SplitKnowledge.Full;

    /// <summary>True where it is known who finds a place.</summary>
    public bool HasSplit => Knowledge != SplitKnowledge.Unknown;

    /// <summary>Works it out for one service.</summary>
    /// <param name="district">The district.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="service">Service, as its place in the pack.</param>
    /// <param name="limit">The limit, as the coverage is judged by.</param>
    /// <param name="pace">The rule's walker.</param>
    /// <param name="measures">Parameters of the measures.</param>
    /// <param name="cancel">Cancels between two facilities.</param>
    public static ServiceCapacity Find(
        District district, RulePack pack, int service, CoverageLimit limit, WalkerPace pace,
        AccessibilityMeasures measures, CancellationToken cancel = default)
    {
        var network = district.Network;
        var supply = ServiceSupply.Of(district.Facilities, pack, service);
        var people = district.Buildings.People[DemandGroups.IndexOf(pack.Services[service].Group)];
        var catchments = Catchments.Find(
            network, limit.IsDistance ? network.DistanceCosts : network.TimeCosts(pace), district.FacilityLinks,
            supply.Facilities, district.BuildingLinks, limit.CostMm(pace.SpeedMmPerS), cancel: cancel);
        return new ServiceCapacity(
            pack.Services[service], supply, people, CapacitySplit.Find(catchments, supply.People, people),
            measures.Of(catchments, supply.Places, people));
    }

    /// <summary>Places of a facility that the people served there need; 0 where its capacity is unknown.</summary>
    /// <param name="facility">Facility, as its place in the supply.</param>
    public long PlacesUsed(int facility) => Supply.Places[facility] == FacilityColumns.UnknownCapacity
        ? 0 : ServiceSupply.PlacesFor(Rule, Split.Load[facility]);

    /// <summary>True where a facility has places and nobody of the group lives within its limit.</summary>
    /// <param name="facility">Facility, as its place in the supply.</param>
    public bool IsWithoutDemand(int facility) =>
        Supply.Places[facility] > 0 && Measures[0].PlacesPerDemand[facility] == 0;
}
