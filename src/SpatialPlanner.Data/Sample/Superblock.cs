namespace SpatialPlanner.Data.Sample;

/// <summary>The land between four arterials.</summary>
/// <param name="Subdistrict">Number of the subdistrict, from 1.</param>
/// <param name="Communities">Number of communities.</param>
/// <param name="Housing">Prevailing houses.</param>
/// <param name="Land">All of it, to the middle of arterials, moat and railway.</param>
/// <param name="Built">Without the strips of moat and railway.</param>
internal sealed record Superblock(
    int Subdistrict, int Communities, HousingKind Housing, ConvexCell Land, ConvexCell Built);
