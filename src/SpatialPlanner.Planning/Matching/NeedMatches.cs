namespace SpatialPlanner.Planning.Matching;

/// <summary>Why people of a need stay without a resource.</summary>
public enum UnmatchedReason
{
    /// <summary>No resource of the kind gives the service.</summary>
    NoResource,

    /// <summary>Those that do reach none, or no more, of the people.</summary>
    OutOfReach,

    /// <summary>Those in reach name no responsible body.</summary>
    NoBody,

    /// <summary>Those in reach do not say how many they can serve, or nobody.</summary>
    NoCapacity,

    /// <summary>Those in reach have no place left.</summary>
    Full,
}

/// <summary>People of a need whom a resource serves.</summary>
/// <param name="Need">Place of the need.</param>
/// <param name="Resource">Place of the resource.</param>
/// <param name="People">How many.</param>
public sealed record NeedMatch(int Need, int Resource, long People);

/// <summary>People of a need whom nobody serves.</summary>
/// <param name="Need">Place of the need.</param>
/// <param name="People">How many.</param>
/// <param name="Reason">Why.</param>
public sealed record UnmatchedNeed(int Need, long People, UnmatchedReason Reason);

/// <summary>Which resource serves which need. The matched and the unmatched people of a need are all of its people.</summary>
/// <param name="Matches">By need, then resource.</param>
/// <param name="Unmatched">By need.</param>
/// <param name="Used">People whom each resource serves, at most its capacity.</param>
public sealed record NeedMatches(
    IReadOnlyList<NeedMatch> Matches, IReadOnlyList<UnmatchedNeed> Unmatched, IReadOnlyList<long> Used);
