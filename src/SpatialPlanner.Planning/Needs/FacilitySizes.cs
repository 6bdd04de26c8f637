using System.Numerics;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Needs;

/// <summary>The facilities as rules about their number and size count them.</summary>
/// <param name="Facilities">The facilities.</param>
/// <param name="FloorDm2">Floor area of each, dm²; <see cref="Unknown"/> where the data do not tell.</param>
/// <param name="Area">Area of each level (first index) of each facility, or <see cref="NoArea"/>.</param>
public sealed record FacilitySizes(FacilityColumns Facilities, long[] FloorDm2, int[][] Area)
{
    /// <summary>A floor area that the data do not tell.</summary>
    public const long Unknown = -1;

    /// <summary>The area of a facility that stands in none.</summary>
    public const int NoArea = BuildingColumns.NoArea;

    /// <summary>What each area has of what a rule asks for.</summary>
    /// <param name="criterion">What the rule measures.</param>
    /// <param name="service">Service, as its place in the pack; null for all services together, each facility once.</param>
    /// <param name="level">Level of the areas.</param>
    /// <param name="areaCount">Number of areas.</param>
    public Holdings[] By(RuleCriterion criterion, int? service, AreaLevel level, int areaCount)
    {
        var held = new Holdings[areaCount];
        for (var f = 0; f < Facilities.Count; f++)
        {
            var (area, services) = (Area[(int)level][f], Facilities.Services[f]);
            if (area != NoArea && (service is { } s ? (services >> s & 1) != 0 : services != 0))
            {
                held[area] = held[area].With(AmountOf(criterion, f, service), Facilities.IsOpen[f]);
            }
        }

        return held;
    }

    /// <summary>
    /// What a facility counts for one of its services, in hundredths: its floor area and its places are shared evenly over
    /// its services, since the data do not tell whose they are.
    /// </summary>
    private long? AmountOf(RuleCriterion criterion, int facility, int? service)
    {
        if (criterion == RuleCriterion.Count)
        {
            return Hundredths.Of(1);
        }

        var isPlaces = criterion == RuleCriterion.PlacesPer1000People;
        var whole = isPlaces ? Facilities.Capacity[facility] : FloorDm2[facility];
        if (whole < 0)
        {
            return null;
        }

        var services = Facilities.Services[facility];
        var share = service is { } s
            ? Hundredths.EvenShare(whole, BitOperations.PopCount(services), BitOperations.PopCount(services & ((1UL << s) - 1)))
            : whole;
        return isPlaces ? Hundredths.Of(share) : share;
    }
}
