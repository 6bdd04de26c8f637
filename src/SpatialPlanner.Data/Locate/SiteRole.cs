namespace SpatialPlanner.Data.Locate;

/// <summary>What is said about a site beforehand.</summary>
public enum SiteRole
{
    /// <summary>It may be chosen or not.</summary>
    Free,

    /// <summary>It must be chosen, and counts among the p.</summary>
    Required,

    /// <summary>It must not be chosen.</summary>
    Forbidden,

    /// <summary>It stands already: it serves, costs nothing and does not count among the p.</summary>
    Existing,
}
