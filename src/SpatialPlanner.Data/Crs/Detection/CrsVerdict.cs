namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>What the numbers and the streets say of a declared coordinate system.</summary>
public enum CrsVerdict
{
    /// <summary>The layer lies among the streets as it should.</summary>
    Fits,

    /// <summary>Nothing was declared, or there is too little to tell; a declared system is then to be taken.</summary>
    Unknown,

    /// <summary>The streets say that it is another.</summary>
    Doubtful,

    /// <summary>The numbers cannot be of the declared system.</summary>
    Contradicted,
}
