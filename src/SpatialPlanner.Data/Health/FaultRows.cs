using System.Globalization;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Makes rows of faults; those of the layers <c>network_faults</c> and <c>network_repairs</c> begin alike.</summary>
internal sealed class FaultRows
{
    /// <summary>The columns.</summary>
    public static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("kind", ColumnType.Text), new("edge_id", ColumnType.Text),
        new("other_edge_id", ColumnType.Text), new("gap_m", ColumnType.Real), new("repair", ColumnType.Text),
    ];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>The values of a fault. Its id tells the edges, and a number where they have several.</summary>
    /// <param name="fault">The fault.</param>
    /// <param name="edge">Id of its edge.</param>
    /// <param name="other">Id of the other edge, or null.</param>
    public object?[] Values(NetworkFault fault, string edge, string? other)
    {
        var name = $"{FaultNames.Of(fault.Kind)}/{edge}{(other is null ? string.Empty : "+" + other)}";
        var number = _numbers[name] = _numbers.GetValueOrDefault(name) + 1;
        var id = number == 1 ? name : name + "#" + number.ToString(CultureInfo.InvariantCulture);
        return [id, FaultNames.Of(fault.Kind), edge, other, Math.Round(fault.GapM, 3), FaultNames.RepairOf(fault.Kind)];
    }
}
