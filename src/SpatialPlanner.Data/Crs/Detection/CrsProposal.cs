using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>What the coordinate system of a layer seems to be. Nothing is applied: the user decides.</summary>
/// <param name="Declared">Code that the file declares, what it says where that is not understood, or null.</param>
/// <param name="Verdict">What the evidence says of the declaration.</param>
/// <param name="Proposed">Code to take: the declared one, another, or null where nobody can tell.</param>
/// <param name="Candidates">Systems that the numbers allow, the proposed one first.</param>
/// <param name="Reason">The verdict with its evidence, for the user and the log.</param>
public sealed record CrsProposal(
    string? Declared, CrsVerdict Verdict, string? Proposed, IReadOnlyList<CrsCandidate> Candidates, LocalText Reason)
{
    /// <summary>True where the user is to confirm or to say which it is: what is proposed is not what is declared.</summary>
    public bool AsksUser => Proposed is null || Proposed != Declared;
}
