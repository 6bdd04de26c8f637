using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// Which ends of rows of <c>walk_edges</c> are one junction. Ends join where they name the same node, or stand on the
/// same spot (to 1e-7 degrees, 1 cm) and do not both name one; a bridge over a street shares neither.
/// </summary>
internal sealed class Junctions
{
    private static readonly RowReader Read = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, long?> FromNode = Read.Whole("from_node");
    private static readonly Func<LayerRow, long?> ToNode = Read.Whole("to_node");

    private readonly Dictionary<long, int> _ofNode = [];
    private readonly Dictionary<(long Lon, long Lat), int> _ofSpot = [];

    /// <summary>Nodes with an id first, so that a line drawn to one of them joins it.</summary>
    /// <param name="rows">All rows.</param>
    public Junctions(IReadOnlyList<LayerRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Geometry is LineString { NumPoints: >= 2 } line)
            {
                Name(FromNode(row), line.GetCoordinateN(0));
                Name(ToNode(row), line.GetCoordinateN(line.NumPoints - 1));
            }
        }
    }

    /// <summary>Number of junctions met so far.</summary>
    public int Count { get; private set; }

    /// <summary>The junctions of the two ends of a row.</summary>
    /// <param name="row">A row with a line of two points or more.</param>
    /// <param name="line">Its points, longitude and latitude.</param>
    public (int From, int To) EndsOf(LayerRow row, Coordinate[] line) =>
        (Of(FromNode(row), line[0]), Of(ToNode(row), line[^1]));

    /// <summary>The spot that a point stands on: two points are on one spot where these are the same.</summary>
    /// <param name="at">Longitude and latitude, degrees.</param>
    public static (long Lon, long Lat) Spot(Coordinate at) =>
        ((long)Math.Round(at.X * 1e7), (long)Math.Round(at.Y * 1e7));

    private void Name(long? node, Coordinate at)
    {
        if (node is { } id && !_ofNode.ContainsKey(id))
        {
            _ofNode[id] = Count;
            _ofSpot.TryAdd(Spot(at), Count++);
        }
    }

    private int Of(long? node, Coordinate at)
    {
        if (node is { } id)
        {
            return _ofNode[id];
        }

        var spot = Spot(at);
        if (!_ofSpot.TryGetValue(spot, out var junction))
        {
            _ofSpot[spot] = junction = Count++;
        }

        return junction;
    }
}
