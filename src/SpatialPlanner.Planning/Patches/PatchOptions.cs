namespace SpatialPlanner.Planning.Patches;

/// <summary>How buildings become patches.</summary>
/// <param name="GapMetres">Largest gap between the outlines of neighbours of one patch, metres; 60 or more.</param>
/// <param name="FewestPeople">Groups of buildings with fewer residents go into the remainder of their community.</param>
public sealed record PatchOptions(double GapMetres = 80, int FewestPeople = 50)
{
    /// <summary>
    /// 80 m, the depth of a row of houses with its street, and 50 residents, one staircase of a block: our own choices, since
    /// no standard says what a patch is.
    /// </summary>
    public static PatchOptions Default { get; } = new();
}
