using System.Collections.Concurrent;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>
/// The fields of one service of a district, each found when first asked for: one for distances, and one for each walker
/// whose quickest walks are not the shortest. Safe to share between threads.
/// </summary>
/// <param name="district">The district.</param>
/// <param name="service">Service, as its place in the rule pack.</param>
public sealed class ServiceFields(District district, int service)
{
    private readonly Lazy<NearestFacilityField> distance = new(() => Find(district, service, null));
    private readonly ConcurrentDictionary<WalkerPace, Lazy<NearestFacilityField>> times = new();

    /// <summary>The field of distances.</summary>
    public NearestFacilityField Distance => distance.Value;

    /// <summary>The field of a walker's times; that of distances where both ask for the same walks.</summary>
    /// <param name="pace">The walker.</param>
    public NearestFacilityField Time(WalkerPace pace) =>
        district.Network.TimeCosts(pace) == district.Network.DistanceCosts
            ? Distance
            : times.GetOrAdd(pace, p => new(() => Find(district, service, p))).Value;

    /// <summary>The field that a limit judges.</summary>
    /// <param name="pace">The walker.</param>
    /// <param name="limit">The limit.</param>
    public NearestFacilityField Judged(WalkerPace pace, CoverageLimit limit) => limit.IsDistance ? Distance : Time(pace);

    /// <summary>The walks of every building.</summary>
    /// <param name="pace">The walker.</param>
    public ServiceWalks Walks(WalkerPace pace) => new(Distance.Nearest, Time(pace).Nearest, pace.SpeedMmPerS);

    private static NearestFacilityField Find(District district, int service, WalkerPace? pace) =>
        NearestFacilityField.Find(district, service, pace, new(district.Network));
}
