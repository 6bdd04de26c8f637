namespace SpatialPlanner.Planning.Matching;

/// <summary>A need of the demand list that looks for somebody to serve it.</summary>
/// <param name="Community">Place of the community.</param>
/// <param name="Service">Place of the service.</param>
/// <param name="IsIndividual">True for an individual need.</param>
/// <param name="People">People who have it.</param>
/// <param name="Rank">Its rank among the community's needs of the kind, from 1: the lower goes first.</param>
public sealed record Need(int Community, int Service, bool IsIndividual, long People, int Rank);

/// <summary>A resource of which a need's people are within reach.</summary>
/// <param name="Resource">Place of the resource.</param>
/// <param name="People">How many of the need's people it reaches, over 0.</param>
/// <param name="IsSameCommunity">True where it belongs to the community, which it then reaches as a whole.</param>
public sealed record NeedReach(int Resource, long People, bool IsSameCommunity);

/// <summary>A resource as the matching sees it.</summary>
/// <param name="Services">Places of the services that it gives.</param>
/// <param name="IsForIndividuals">True for organisations and volunteers, who serve individual needs only.</param>
/// <param name="Capacity">People whom it can serve; null where nobody said.</param>
/// <param name="HasBody">True where a responsible body is named. Without one nobody can be held to serve, so it is not matched.</param>
public sealed record MatchResource(IReadOnlySet<int> Services, bool IsForIndividuals, long? Capacity, bool HasBody)
{
    /// <summary>True where it can be matched.</summary>
    public bool IsUsable => HasBody && Capacity is > 0;

    /// <summary>True where it is of the kind that serves a need, wherever it is.</summary>
    /// <param name="need">The need.</param>
    public bool Fits(Need need) => Services.Contains(need.Service) && (need.IsIndividual || !IsForIndividuals);
}
