namespace SpatialPlanner.Data.Locate;

/// <summary>The classic location problems.</summary>
public enum LocateProblem
{
    /// <summary>Fewest sites that cover all demand within the limit (Toregas et al. 1971).</summary>
    Lscp,

    /// <summary>Most demand within the limit of p sites (Church and ReVelle 1974).</summary>
    Mclp,

    /// <summary>Least weighted distance to p sites (Hakimi 1964; ReVelle and Swain 1970).</summary>
    PMedian,

    /// <summary>Least distance of the farthest demand to p sites (Hakimi 1964).</summary>
    PCenter,

    /// <summary>Most demand within the limit of p sites that each have so many places (Current and Storbeck 1988).</summary>
    CapacitatedMclp,

    /// <summary>Least weighted distance to p sites that each have so many places; a demand may be split.</summary>
    CapacitatedPMedian,

    /// <summary>Least cost of sites and ways, each site with so many places; a demand may be split (Sridharan 1995).</summary>
    Cflp,

    /// <summary>p sites as far from each other as can be (Kuby 1987).</summary>
    PDispersion,
}
