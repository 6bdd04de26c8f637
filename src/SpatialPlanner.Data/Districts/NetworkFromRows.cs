using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// Makes the walk network of the rows of <c>walk_edges</c>. <see cref="Junctions"/> says which ends join.
/// </summary>
/// <param name="projection">The metric plane.</param>
/// <param name="pack">Says what crossings cost; null where only lengths are asked for.</param>
internal sealed class NetworkFromRows(LocalProjection projection, RulePack? pack)
{
    private static readonly RowReader Read = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, long?> LengthMm = Read.Whole("length_mm");
    private static readonly Func<LayerRow, double?> DelayS = Read.Real("delay_s");
    private static readonly Func<LayerRow, string?> Crossing = Read.Text("crossing");
    private static readonly Func<LayerRow, bool> IsSteps = Read.Flag("steps");
    private static readonly Func<LayerRow, double?> Grade = Read.Real("grade");
    private static readonly Func<LayerRow, string?> OneWay = Read.Text("oneway");
    private static readonly Func<LayerRow, string?> Access = Read.Text("access");

    /// <summary>The network, and the row that each edge came from.</summary>
    public (WalkNetwork Network, int[] RowOfEdge) Make(IReadOnlyList<LayerRow> rows)
    {
        var junctions = new Junctions(rows);
        var builder = new WalkNetworkBuilder();
        var rowOfEdge = new List<int>();
        for (var r = 0; r < rows.Count; r++)
        {
            var row = rows[r];
            if (row.Geometry is LineString { NumPoints: >= 2 } line && Access(row) != "closed")
            {
                Add(builder, junctions, row, line);
                rowOfEdge.Add(r);
            }
        }

        return (builder.Build(), [.. rowOfEdge]);
    }

    /// <summary>The row of each edge of a network with edges parted at gates: each part is of the row of its whole.</summary>
    /// <param name="drawn">The row of each edge before.</param>
    /// <param name="network">The network.</param>
    public static int[] RowOfEdge(int[] drawn, WalkNetwork network)
    {
        var rows = new int[network.EdgeCount];
        drawn.CopyTo(rows, 0);
        foreach (var part in network.PartsOfEdges)
        {
            rows[part.Edge] = rows[part.Of];
        }

        return rows;
    }

    private void Add(WalkNetworkBuilder builder, Junctions junctions, LayerRow row, LineString line)
    {
        var coordinates = line.Coordinates;
        var x = new double[coordinates.Length];
        var y = new double[coordinates.Length];
        for (var i = 0; i < x.Length; i++)
        {
            (x[i], y[i]) = projection.ToLocal(coordinates[i].X, coordinates[i].Y);
        }

        var lengthMm = LengthMm(row) is { } given and > 0
            ? given
            : (long)Math.Round(Geodesy.LengthMetres(coordinates) * 1000);
        var (from, to) = junctions.EndsOf(row, coordinates);
        builder.AddEdge(
            from, to, (int)Math.Min(lengthMm, WalkCosts.LongestMm), Traits(row), x, y);
    }

    private EdgeTraits Traits(LayerRow row) => new(
        Access(row) == "residents", DelayMs(row), IsSteps(row),
        Grade(row) is { } grade && double.IsFinite(grade) ? (float)Math.Clamp(grade, -1, 1) : 0,
        OneWay(row) switch
        {
            "forward" => EdgePassage.Forward,
            "backward" => EdgePassage.Backward,
            _ => EdgePassage.Both,
        },
        Crossing(row) is not null);

    // A wait that somebody measured goes before the one that the rules give a crossing of its class.
    private int DelayMs(LayerRow row) => (int)Math.Clamp(
        Math.Round((DelayS(row) ?? pack?.WaitS(Crossing(row)) ?? 0) * 1000), 0, WalkCosts.LongestMm);
}
