using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// Makes the walk network of the rows of <c>walk_edges</c>. <see cref="Junctions"/> says which ends join.
/// </summary>
internal sealed class NetworkFromRows(LocalProjection projection)
{
    private static readonly RowReader Read = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, long?> LengthMm = Read.Whole("length_mm");
    private static readonly Func<LayerRow, double?> DelayS = Read.Real("delay_s");
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
            from, to, (int)Math.Min(lengthMm, WalkCosts.LongestMm),
            new EdgeTraits(
                Access(row) == "residents", (int)Math.Clamp((DelayS(row) ?? 0) * 1000, 0, WalkCosts.LongestMm)),
            x, y);
    }
}
