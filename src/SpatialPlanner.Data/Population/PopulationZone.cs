using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Data.Population;

/// <summary>An area with a number of people to be spread over its buildings.</summary>
/// <param name="Code">Code or id.</param>
/// <param name="Shape">Its shape, WGS 84.</param>
/// <param name="People">People in all.</param>
/// <param name="Ages">People of each of <see cref="DemandGroups.AgeColumns"/>; null where the source does not say.</param>
public sealed record PopulationZone(string Code, Geometry Shape, long People, IReadOnlyList<long?> Ages)
{
    private static readonly int Population = WorkspaceLayers.Boundaries.Require("population");
    private static readonly int[] AgeColumns = [.. DemandGroups.AgeColumns.Select(WorkspaceLayers.Boundaries.Require)];

    /// <summary>The zones among rows of <c>boundaries</c>: those that have a shape and a population.</summary>
    /// <param name="rows">Rows of the layer.</param>
    public static IReadOnlyList<PopulationZone> Of(IEnumerable<LayerRow> rows) =>
    [
        .. rows.Where(r => r.Geometry is { IsEmpty: false } && r.Values[Population] is long)
            .Select(r => new PopulationZone(
                (string)r.Values[0]!, r.Geometry!, (long)r.Values[Population]!, [.. AgeColumns.Select(c => r.Values[c] as long?)])),
    ];
}
