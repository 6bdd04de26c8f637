using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// Makes the walk network of the rows of <c>walk_edges</c>. Ends join where they name the same node, or stand on the
/// same spot (to 1e-7 degrees, 1 cm) and do not both name one; a bridge over a street shares neither.
/// </summary>
internal sealed class NetworkFromRows(LocalProjection projection)
{
    private static readonly RowReader Read = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, long?> LengthMm = Read.Whole("length_mm");
    private static readonly Func<LayerRow, double?> DelayS = Read.Real("delay_s");
    private static readonly Func<LayerRow, string?> Access = Read.Text("access");
    private static readonly Func<LayerRow, long?> FromNode = Read.Whole("from_node");
    private static readonly Func<LayerRow, long?> ToNode = Read.Whole("to_node");

    private readonly Dictionary<long, int> junctionOfNode = [];
    private readonly Dictionary<(long Lon, long Lat), int> junctionOfSpot = [];
    private int junctions;

    /// <summary>The network, and the row that each edge came from.</summary>
    public (WalkNetwork Network, int[] RowOfEdge) Make(IReadOnlyList<LayerRow> rows)
    {
        NameSpots(rows);
        var builder = new WalkNetworkBuilder();
        var rowOfEdge = new List<int>();
        for (var r = 0; r < rows.Count; r++)
        {
            var row = rows[r];
            if (row.Geometry is LineString { NumPoints: >= 2 } line && Access(row) != "closed")
            {
                Add(builder, row, line);
                rowOfEdge.Add(r);
            }
        }

        return (builder.Build(), [.. rowOfEdge]);
    }

    /// <summary>Nodes with an id first, so that a line drawn to one of them joins it.</summary>
    private void NameSpots(IReadOnlyList<LayerRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Geometry is LineString { NumPoints: >= 2 } line)
            {
                NameSpot(FromNode(row), line.GetCoordinateN(0));
                NameSpot(ToNode(row), line.GetCoordinateN(line.NumPoints - 1));
            }
        }
    }

    private void NameSpot(long? node, Coordinate at)
    {
        if (node is { } id && !junctionOfNode.ContainsKey(id))
        {
            junctionOfNode[id] = junctions;
            junctionOfSpot.TryAdd(Spot(at), junctions++);
        }
    }

    private void Add(WalkNetworkBuilder builder, LayerRow row, LineString line)
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
        builder.AddEdge(
            Junction(FromNode(row), coordinates[0]), Junction(ToNode(row), coordinates[^1]),
            (int)Math.Min(lengthMm, WalkCosts.LongestMm),
            new EdgeTraits(
                Access(row) == "residents", (int)Math.Clamp((DelayS(row) ?? 0) * 1000, 0, WalkCosts.LongestMm)),
            x, y);
    }

    private int Junction(long? node, Coordinate at)
    {
        if (node is { } id)
        {
            return junctionOfNode[id];
        }

        var spot = Spot(at);
        if (!junctionOfSpot.TryGetValue(spot, out var junction))
        {
            junctionOfSpot[spot] = junction = junctions++;
        }

        return junction;
    }

    private static (long Lon, long Lat) Spot(Coordinate at) =>
        ((long)Math.Round(at.X * 1e7), (long)Math.Round(at.Y * 1e7));
}
