namespace SpatialPlanner.Planning.Needs;

/// <summary>Where a number of households comes from.</summary>
public enum HouseholdSource
{
    /// <summary>Given for the area.</summary>
    Given,

    /// <summary>The dwellings of its buildings, one household each.</summary>
    Dwellings,

    /// <summary>Its people by the pack's people a dwelling, since it has people and no dwellings.</summary>
    Estimated,

    /// <summary>Parts of the area have them from different sources.</summary>
    Mixed,
}
