using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Repair;

/// <summary>Writes down what is mended, as rows of <c>network_repairs</c>.</summary>
internal sealed class RepairLog(string file)
{
    private readonly FaultRows _rows = new();
    private readonly Dictionary<NetworkFaultKind, int> _counts = [];

    /// <summary>The rows, in the order of the repairs.</summary>
    public List<LayerRow> Rows { get; } = [];

    /// <summary>Number of repairs of a kind.</summary>
    public int Count(NetworkFaultKind kind) => _counts.GetValueOrDefault(kind);

    /// <summary>Adds a repair.</summary>
    /// <param name="fault">What was mended.</param>
    /// <param name="edge">Id of its edge.</param>
    /// <param name="other">Id of the other edge, or null.</param>
    /// <param name="place">What place the file gives for the edge, or null.</param>
    public void Add(NetworkFault fault, string edge, string? other, string? place)
    {
        _counts[fault.Kind] = Count(fault.Kind) + 1;
        Rows.Add(new LayerRow(
            new Point(fault.Place.X, fault.Place.Y) { SRID = 4326 }, [.. _rows.Values(fault, edge, other), file], place));
    }
}
