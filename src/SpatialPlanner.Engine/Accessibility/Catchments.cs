using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Accessibility;

/// <summary>
/// The walks of people to the facilities of one service within its limit, facility by facility. The cost of a pair is the
/// one that the coverage search finds for it, so that who is in a catchment is who is covered.
/// </summary>
/// <param name="Walks">Facilities as rows, in the order in which they were given, and buildings as columns.</param>
/// <param name="BuildingCount">Number of buildings.</param>
/// <param name="LimitMm">The limit, in paced millimetres; it counts.</param>
public sealed record Catchments(SparseRows Walks, int BuildingCount, int LimitMm)
{
    /// <summary>Number of facilities.</summary>
    public int FacilityCount => Walks.RowCount;

    /// <summary>Finds the catchments of some facilities.</summary>
    /// <param name="network">The network.</param>
    /// <param name="costs">Costs of the people's walks; the search from the facilities takes them turned round.</param>
    /// <param name="facilities">Links of all facilities.</param>
    /// <param name="candidates">The facilities that count, rising: the rows.</param>
    /// <param name="buildings">Links of the buildings.</param>
    /// <param name="limitMm">Largest cost within reach; it counts.</param>
    /// <param name="threads">Number of threads; the answer is the same for each.</param>
    /// <param name="cancel">Cancels between two facilities.</param>
    public static Catchments Find(
        WalkNetwork network, WalkCosts costs, Linkage facilities, ReadOnlySpan<int> candidates, Linkage buildings,
        int limitMm, int threads = 1, CancellationToken cancel = default)
    {
        var origins = new LinkageBuilder();
        foreach (var f in candidates)
        {
            origins.AddAll(facilities, f);
            origins.EndPoint();
        }

        var walks = OriginDestinationMatrix.Find(
            network, costs.Reversed, origins.Build(), buildings, limitMm, threads, cancel: cancel);
        return new Catchments(walks, buildings.PointCount, limitMm);
    }
}
