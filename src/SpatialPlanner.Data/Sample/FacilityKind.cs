namespace SpatialPlanner.Data.Sample;

/// <summary>Where in the district a kind of facility is rare.</summary>
internal enum Scarcity
{
    Even,
    SouthEast,
    OldTown,
    Outskirts,
}

/// <summary>One kind of facility and how many of it there are.</summary>
/// <param name="Services">Service codes joined by semicolons.</param>
/// <param name="Ending">What its name ends with.</param>
/// <param name="Count">How many.</param>
/// <param name="Scarcity">Where it is rare.</param>
/// <param name="ApartMetres">Least distance between two of the kind.</param>
/// <param name="LeastM2">Smallest floor area.</param>
/// <param name="MostM2">Largest floor area.</param>
/// <param name="CapacityPer100M2">People served at once for each 100 m².</param>
/// <param name="Operator">Who runs it.</param>
internal sealed record FacilityKind(
    string Services, string Ending, int Count, Scarcity Scarcity, double ApartMetres, double LeastM2, double MostM2,
    double CapacityPer100M2, string Operator)
{
    /// <summary>Land that the kind stands on; null for a place along a street.</summary>
    public ParcelUse? On { get; init; }

    /// <summary>Word of the <c>status</c> column.</summary>
    public string Status { get; init; } = "open";
}
