namespace SpatialPlanner.Data.Sample;

/// <summary>A community before its people are counted.</summary>
/// <param name="Index">0, 1, … in the order of the superblocks.</param>
/// <param name="Subdistrict">Number of the subdistrict, from 1.</param>
/// <param name="Code">Twelve digits; the prefix 99 belongs to no province.</param>
/// <param name="Name">Chinese name without its ending.</param>
/// <param name="NameEn">The same in letters.</param>
/// <param name="Housing">Prevailing houses.</param>
/// <param name="Land">Its land.</param>
/// <param name="Built">The part of it that has streets and parcels.</param>
internal sealed record Community(
    int Index, int Subdistrict, string Code, string Name, string NameEn, HousingKind Housing, ConvexCell Land,
    ConvexCell Built)
{
    /// <summary>Share of people of 60 and over; it tells old quarters from young ones.</summary>
    public double ElderlyShare { get; init; }
}
