using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>The buildings whose walk to a service a scenario changes, and their walks after it.</summary>
/// <param name="Building">The buildings whose cost or nearest facility differs, rising.</param>
/// <param name="CostMm">Cost of each after the change, paced millimetres, or <see cref="WalkCosts.Unreached"/>.</param>
/// <param name="Facility">Nearest facility of each after the change, or <see cref="NearestFacility.None"/>.</param>
public sealed record NearestFacilityChange(int[] Building, int[] CostMm, int[] Facility)
{
    /// <summary>The walks of all buildings after the change.</summary>
    /// <param name="before">The walks before it.</param>
    public NearestFacility ApplyTo(NearestFacility before)
    {
        var after = new NearestFacility([.. before.CostMm], [.. before.Facility]);
        for (var i = 0; i < Building.Length; i++)
        {
            (after.CostMm[Building[i]], after.Facility[Building[i]]) = (CostMm[i], Facility[i]);
        }

        return after;
    }
}
