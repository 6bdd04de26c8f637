using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// The walks of every building to one service: the shortest in length and the quickest in time. Without waits on the
/// way these are one walk and one column.
/// </summary>
/// <param name="Shortest">Nearest by distance; cost in millimetres.</param>
/// <param name="Quickest">Nearest by time; cost in millimetres paced at <paramref name="SpeedMmPerS"/>.</param>
/// <param name="SpeedMmPerS">Walking speed, millimetres a second.</param>
public sealed record ServiceWalks(NearestFacility Shortest, NearestFacility Quickest, int SpeedMmPerS)
{
    /// <summary>Finds the walks to a set of facilities.</summary>
    /// <param name="district">The district.</param>
    /// <param name="facilities">Links of the facilities.</param>
    /// <param name="candidates">The facilities that count, rising.</param>
    /// <param name="pace">The walker.</param>
    /// <param name="search">Scratch of the district's network.</param>
    public static ServiceWalks Find(
        District district, Linking.Linkage facilities, ReadOnlySpan<int> candidates, WalkerPace pace,
        ShortestPathSearch search)
    {
        var (distance, time) = (district.Network.DistanceCosts, district.Network.TimeCosts(pace));
        var shortest = Nearest(district, distance, facilities, candidates, search);
        var quickest = time == distance ? shortest : Nearest(district, time, facilities, candidates, search);
        return new ServiceWalks(shortest, quickest, pace.SpeedMmPerS);
    }

    /// <summary>
    /// The walks of another walker to the same facilities that a limit judges: a limit of metres is the same for all,
    /// and walkers whom the same costs hold for share their search.
    /// </summary>
    /// <param name="district">The district.</param>
    /// <param name="facilities">Links of the facilities.</param>
    /// <param name="candidates">The facilities that count, rising.</param>
    /// <param name="pace">The other walker.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="search">Scratch of the district's network.</param>
    public NearestFacility Judged(
        District district, Linking.Linkage facilities, ReadOnlySpan<int> candidates, WalkerPace pace,
        CoverageLimit limit, ShortestPathSearch search)
    {
        var time = district.Network.TimeCosts(pace);
        return limit.IsDistance || time == district.Network.DistanceCosts
            ? Shortest
            : Nearest(district, time, facilities, candidates, search);
    }

    /// <summary>The walks that a limit judges.</summary>
    /// <param name="limit">The limit.</param>
    public NearestFacility Judged(CoverageLimit limit) => limit.IsDistance ? Shortest : Quickest;

    /// <summary>Metres of the shortest walk of a building, or null where there is none.</summary>
    /// <param name="building">Building.</param>
    public double? Metres(int building) => InMetres(Shortest.CostMm[building]);

    /// <summary>Seconds of the quickest walk of a building, or null where there is none.</summary>
    /// <param name="building">Building.</param>
    public double? Seconds(int building) => InSeconds(Quickest.CostMm[building], SpeedMmPerS);

    /// <summary>A cost as metres, or null where it is <see cref="WalkCosts.Unreached"/>.</summary>
    /// <param name="costMm">Cost by distance, millimetres.</param>
    public static double? InMetres(int costMm) => costMm == WalkCosts.Unreached ? null : costMm / 1000.0;

    /// <summary>A cost as seconds, or null where it is <see cref="WalkCosts.Unreached"/>.</summary>
    /// <param name="costMm">Cost by time, paced millimetres.</param>
    /// <param name="speedMmPerS">The walker's speed, millimetres a second.</param>
    public static double? InSeconds(int costMm, int speedMmPerS) =>
        costMm == WalkCosts.Unreached ? null : costMm / (double)speedMmPerS;

    /// <summary>True where the building is within the limit; a walk of exactly the limit is.</summary>
    /// <param name="building">Building.</param>
    /// <param name="limit">The limit.</param>
    public bool IsCovered(int building, CoverageLimit limit) =>
        Judged(limit).CostMm[building] <= limit.CostMm(SpeedMmPerS);

    /// <summary>The facility that the limit's own walk leads to, or <see cref="NearestFacility.None"/>.</summary>
    /// <param name="building">Building.</param>
    /// <param name="limit">The limit.</param>
    public int FacilityOf(int building, CoverageLimit limit) =>
        Judged(limit).Facility[building];

    // People walk to the facility, so the search from it goes against the way.
    private static NearestFacility Nearest(
        District district, WalkCosts costs, Linking.Linkage facilities, ReadOnlySpan<int> candidates,
        ShortestPathSearch search) =>
        NearestFacility.Find(
            district.Network, costs.Reversed, facilities, candidates, district.BuildingLinks, WalkCosts.LongestMm, search);
}
