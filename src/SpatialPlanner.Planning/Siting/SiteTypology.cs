namespace SpatialPlanner.Planning.Siting;

/// <summary>What a chosen space becomes.</summary>
public enum SiteTypology
{
    /// <summary>综合体: large enough, enough functions, enough of the priority ones.</summary>
    Complex,

    /// <summary>插花式: anything else.</summary>
    Infill,
}
