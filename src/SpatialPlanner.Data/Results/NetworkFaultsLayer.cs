using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Results;

/// <summary>
/// The result layer <c>network_faults</c>: where edges of the walk network should meet and do not, or lie on each other;
/// <c>repair</c> is what a repair at import would do.
/// </summary>
public static class NetworkFaultsLayer
{
    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new("network_faults", new("路网缺陷", "Network faults"), LayerGeometry.Point,
        Contents);

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var loaded = assessment.Loaded;
        var (edges, maker) = (loaded.Rows[WorkspaceLayers.WalkEdges], new FaultRows());
        var rows = loaded.NetworkFaults.Select(f => new LayerRow(
            new Point(f.Place.X, f.Place.Y), maker.Values(f, Id(f.At), f.Other is { } other ? Id(other) : null)));
        return (FaultRows.Columns, [.. rows.OrderBy(r => (string)r.Values[0]!, StringComparer.Ordinal)]);

        string Id(FaultSpot spot) => (string)edges[spot.Edge].Values[0]!;
    }
}
