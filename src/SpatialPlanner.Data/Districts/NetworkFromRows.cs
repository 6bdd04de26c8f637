using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// Makes the walk network of the rows of <c>walk_edges</c>. Ends join where they name the same node, or stand on the
/// same spot (to 1e-7 degrees, 1 cm) and do not both name one; a bridge over a street shares neither.
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
            Traits(row), x, y);
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
