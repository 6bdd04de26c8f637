using SpatialPlanner.Engine.Accessibility;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Capacity;

/// <summary>
/// What the open facilities can give of a service. The places of a facility are divided evenly among its services, whole
/// places by largest remainder, so that none is counted twice.
/// </summary>
/// <param name="Facilities">The open facilities of the service, rising.</param>
/// <param name="Places">
/// Places of each for the service, or <see cref="FacilityColumns.UnknownCapacity"/>.
/// </param>
/// <param name="People">
/// People whom each can serve: places × people a place, rounded down; <see cref="CapacitySplit.Unlimited"/> where the
/// capacity is unknown, since nothing says whom it would turn away.
/// </param>
public sealed record ServiceSupply(int[] Facilities, int[] Places, long[] People)
{
    /// <summary>Number of facilities whose capacity is unknown.</summary>
    public int UnknownCount => Places.Count(p => p == FacilityColumns.UnknownCapacity);

    /// <summary>True where at least one capacity is known.</summary>
    public bool HasCapacity => UnknownCount < Places.Length;

    /// <summary>Finds the supply of a service.</summary>
    /// <param name="facilities">The facilities.</param>
    /// <param name="pack">The rules.</param>
    /// <param name="service">Service, as its place in the pack.</param>
    public static ServiceSupply Of(FacilityColumns facilities, RulePack pack, int service)
    {
        var open = facilities.OpenWith(service);
        int[] places = [.. open.Select(f => PlacesOf(facilities, f, service))];
        var rule = pack.Services[service];
        return new ServiceSupply(open, places, [.. places.Select(p => PeopleOf(rule, p))]);
    }

    /// <summary>The fewest places that serve so many people.</summary>
    /// <param name="rule">The service's rule.</param>
    /// <param name="people">People.</param>
    public static long PlacesFor(ServiceRule rule, long people) =>
        people == 0 ? 0 : (long)decimal.Ceiling(people / PeoplePerPlace(rule));

    private static int PlacesOf(FacilityColumns facilities, int facility, int service)
    {
        if (facilities.Capacity[facility] == FacilityColumns.UnknownCapacity)
        {
            return FacilityColumns.UnknownCapacity;
        }

        // What is left over goes to the first services of the pack.
        var services = facilities.Services[facility];
        var own = System.Numerics.BitOperations.PopCount(services & ((1UL << service) - 1));
        return (int)Hundredths.EvenShare(facilities.Capacity[facility], System.Numerics.BitOperations.PopCount(services), own);
    }

    private static long PeopleOf(ServiceRule rule, int places) => places == FacilityColumns.UnknownCapacity
        ? CapacitySplit.Unlimited : (long)decimal.Floor(places * PeoplePerPlace(rule));

    // Decimal: 100 places × 0.29 people are 29 and not 28.999…
    private static decimal PeoplePerPlace(ServiceRule rule)
    {
        const double least = 1e-6, most = 1e6;
        return rule.PeoplePerPlace > 0
            ? (decimal)Math.Clamp(rule.PeoplePerPlace, least, most)
            : throw new ArgumentException($"Give service {rule.Code} more than 0 people a place.", nameof(rule));
    }
}
