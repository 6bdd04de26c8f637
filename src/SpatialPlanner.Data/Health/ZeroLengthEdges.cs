using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Edges without extent: shorter than a millimetre, or from a spot to itself without a way around.</summary>
internal static class ZeroLengthEdges
{
    private const double ShortestM = 0.001;

    private static readonly RowReader Read = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, long?> LengthMm = Read.Whole("length_mm");
    private static readonly Func<LayerRow, double?> DelayS = Read.Real("delay_s");
    private static readonly Func<LayerRow, string?> Class = Read.Text("class");

    /// <summary>True for such an edge.</summary>
    public static bool Is(WalkEdgeShapes shapes, int e)
    {
        // A lift goes nowhere on the plan, and takes its time.
        var row = shapes.Rows[e];
        return shapes.Lines[e] is not null && !HasExtent(shapes, e)
            && (LengthMm(row) ?? 0) <= 1 && (DelayS(row) ?? 0) <= 0 && Class(row) != "elevator";
    }

    /// <summary>True where an edge can be seen on the plan.</summary>
    public static bool HasExtent(WalkEdgeShapes shapes, int e) => shapes.LengthM(e) >= ShortestM;

    /// <summary>The fault.</summary>
    public static NetworkFault Fault(WalkEdgeShapes shapes, int e) => new(
        NetworkFaultKind.ZeroLength, new FaultSpot(e, 0, shapes.From[e]), null, 0, shapes.Place[shapes.From[e]]);
}
