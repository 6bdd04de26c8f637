namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>Node ids for the ends of edges at a wall or a locked gate: each edge gets one of its own, so that none join.</summary>
internal static class BarrierEnds
{
    // Ids of OpenStreetMap stay below this for centuries, and a multiple of it is exact in a double.
    private const long FarIds = 1L << 44;

    /// <summary>The id of an end.</summary>
    /// <param name="node">Id of the node that the barrier stands on.</param>
    /// <param name="number">Number of the end there, from 1.</param>
    public static long Id(long node, long number) => node + (number * FarIds);

    /// <summary>True for an id made here.</summary>
    /// <param name="node">A node id.</param>
    public static bool IsOne(long node) => node >= FarIds;
}
