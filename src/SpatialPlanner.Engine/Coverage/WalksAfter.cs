namespace SpatialPlanner.Engine.Coverage;

/// <summary>Walks as they are after a change, without a copy of those that stay the same.</summary>
/// <param name="Before">The walks before.</param>
/// <param name="Change">What changes.</param>
public sealed record WalksAfter(NearestFacility Before, NearestFacilityChange Change)
{
    /// <summary>Cost of a building's walk, paced millimetres.</summary>
    /// <param name="building">Building.</param>
    public int CostMm(int building) =>
        Array.BinarySearch(Change.Building, building) is var i and >= 0 ? Change.CostMm[i] : Before.CostMm[building];
}
