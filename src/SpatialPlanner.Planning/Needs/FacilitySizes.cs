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
    /// <param name="services">The services that it means: bit s is set for service s of the pack.</param>
    /// <param name="level">Level of the areas.</param>
    /// <param name="areaCount">Number of areas.</param>
    public Holdings[] By(RuleCriterion criterion, ulong services, AreaLevel level, int areaCount)
    {
        var held = new Holdings[areaCount];
        for (var f = 0; f < Facilities.Count; f++)
        {
            if (Area[(int)level][f] is var area && area != NoArea && (Facilities.Services[f] & services) != 0)
            {
                held[area] = held[area].With(AmountOf(criterion, f, services), Facilities.IsOpen[f]);
            }
        }

        return held;
    }

    /// <summary>
    /// What a facility counts for some of its services, in hundredths: its floor area and its places are shared evenly over
    /// its services, since the data do not tell whose they are. Where a rule means all of them it counts as a whole, once.
    /// </summary>
    private long? AmountOf(RuleCriterion criterion, int facility, ulong services)
    {
        var isPlaces = criterion == RuleCriterion.PlacesPer1000People;
        var whole = criterion == RuleCriterion.Count ? 1 : isPlaces ? Facilities.Capacity[facility] : FloorDm2[facility];
        if (criterion == RuleCriterion.Count || whole < 0)
        {
            return whole < 0 ? null : Hundredths.Of(whole);
        }

        var (own, share, part) = (Facilities.Services[facility], 0L, 0);
        for (var rest = own; rest != 0; rest &= rest - 1)
        {
            share += (rest & ~(rest - 1) & services) != 0 ? Hundredths.EvenShare(whole, BitOperations.PopCount(own), part) : 0;
            part++;
        }

        return isPlaces ? Hundredths.Of(share) : share;
    }
}
