namespace SpatialPlanner.Planning.Survey;

/// <summary>Whose answers an estimate is made from: the finest with answers about the service.</summary>
public enum EstimateBasis
{
    /// <summary>Those of the community's own people of the age.</summary>
    Cell,

    /// <summary>Those of the community, of all ages.</summary>
    Community,

    /// <summary>Those of the subdistrict, of all ages.</summary>
    Subdistrict,

    /// <summary>Those of the district, of all ages.</summary>
    District,

    /// <summary>None: nobody in the district was asked about the service, so nothing is known.</summary>
    None,
}

/// <summary>The demand of one community's people of one age for one service, in whole people.</summary>
/// <param name="Community">Place of the community in the frame.</param>
/// <param name="Service">Place of the service in the frame.</param>
/// <param name="Stratum">Stratum.</param>
/// <param name="People">Its people.</param>
/// <param name="Answers">Answers about the service from them.</param>
/// <param name="Wants">Of these, those that want it.</param>
/// <param name="Basis">Whose answers the estimate is made from.</param>
/// <param name="Common">People who want it as a common need; null where nothing is known.</param>
/// <param name="Individual">People who want it as an individual need; null where nothing is known.</param>
public sealed record DemandCell(
    int Community, int Service, int Stratum, long People, int Answers, int Wants, EstimateBasis Basis, long? Common,
    long? Individual)
{
    /// <summary>People who want the service.</summary>
    public long? Demand => Common + Individual;

    /// <summary>People for whom one answer speaks; null where there is none.</summary>
    public double? Weight => Answers == 0 ? null : (double)People / Answers;
}
