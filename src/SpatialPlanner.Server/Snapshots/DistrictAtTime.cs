using System.Collections.Concurrent;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Coverage;

namespace SpatialPlanner.Server.Snapshots;

/// <summary>A district with the gates that are open at a time, and what was found of it.</summary>
internal sealed class DistrictAtTime(LoadedDistrict loaded)
{
    private readonly ConcurrentDictionary<int, ServiceFields> fields = new();

    public LoadedDistrict Loaded => loaded;

    /// <summary>The fields of a service, found before or when they are asked for: the limit is applied after them.</summary>
    public ServiceFields Fields(int service) => fields.GetOrAdd(service, s => new ServiceFields(loaded.District, s));
}
