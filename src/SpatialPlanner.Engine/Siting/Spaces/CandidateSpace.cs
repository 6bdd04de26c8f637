namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>A space that could be opened.</summary>
/// <param name="Area">Floor area, a whole number of any unit.</param>
/// <param name="OpeningCost">Paid once, with its first room.</param>
/// <param name="Group">Group of spaces to which it belongs (subdistrict), from 0, or -1.</param>
public sealed record CandidateSpace(long Area, long OpeningCost, int Group = -1)
{
    /// <summary>True where it must be opened: it has one room at least.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Services (a bit each) of which it must have a room.</summary>
    public ulong RequiredServices { get; init; }

    /// <summary>True where the space has to be open whatever else is chosen.</summary>
    internal bool MustOpen => IsRequired || RequiredServices != 0;
}
