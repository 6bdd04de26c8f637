using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm.Network;

namespace SpatialPlanner.Data.Health;

/// <summary>
/// The rows of <c>walk_edges</c> as lines in a metric plane between junctions. An edge has the number of its row.
/// </summary>
internal sealed class WalkEdgeShapes
{
    private static readonly RowReader Read = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, string?> Access = Read.Text("access");
    private static readonly Func<LayerRow, bool> Bridge = Read.Flag("bridge");
    private static readonly Func<LayerRow, bool> Tunnel = Read.Flag("tunnel");
    private static readonly Func<LayerRow, long?> VerticalLayer = Read.Whole("vertical_layer");
    private static readonly Func<LayerRow, long?> FromNode = Read.Whole("from_node");
    private static readonly Func<LayerRow, long?> ToNode = Read.Whole("to_node");
    private readonly (bool Bridge, bool Tunnel, long Layer)[] _level;

    /// <summary>Puts rows into a plane.</summary>
    /// <param name="rows">Rows of <c>walk_edges</c>.</param>
    /// <param name="projection">The plane.</param>
    public WalkEdgeShapes(IReadOnlyList<LayerRow> rows, LocalProjection projection)
    {
        (Rows, Lines) = (rows, new Coordinate[]?[rows.Count]);
        (From, To) = (new int[rows.Count], new int[rows.Count]);
        _level = [.. rows.Select(r => (Bridge(r), Tunnel(r), VerticalLayer(r) ?? 0))];
        var junctions = new Junctions(rows);
        for (var e = 0; e < rows.Count; e++)
        {
            if (rows[e].Geometry is LineString { NumPoints: >= 2 } line && Access(rows[e]) != "closed")
            {
                var points = line.Coordinates;
                (From[e], To[e]) = junctions.EndsOf(rows[e], points);
                Lines[e] = Array.ConvertAll(points, p => Local(projection, p));
            }
        }

        (Degree, Place, Node) = (new int[junctions.Count], new Coordinate[junctions.Count], new long?[junctions.Count]);
        ReadJunctions();
    }

    /// <summary>The rows.</summary>
    public IReadOnlyList<LayerRow> Rows { get; }

    /// <summary>Points of each edge, local metres; null for a row that nobody walks.</summary>
    public Coordinate[]?[] Lines { get; }

    /// <summary>Junction at the first point of each edge.</summary>
    public int[] From { get; }

    /// <summary>Junction at the last point of each edge.</summary>
    public int[] To { get; }

    /// <summary>Number of ends at each junction.</summary>
    public int[] Degree { get; }

    /// <summary>Longitude and latitude of each junction.</summary>
    public Coordinate[] Place { get; }

    /// <summary>Node id of each junction, or null where its edges join by their spot.</summary>
    public long?[] Node { get; }

    /// <summary>Number of edges.</summary>
    public int Count => Rows.Count;

    /// <summary>True where two edges may meet: in the air, below or on the ground alike.</summary>
    public bool AreOnOneLevel(int e, int f) => _level[e] == _level[f];

    /// <summary>True on a bridge or in a tunnel.</summary>
    public bool IsOffTheGround(int e) => _level[e].Bridge || _level[e].Tunnel;

    /// <summary>True where one edge is for residents and the other for all: between the two there may be a wall.</summary>
    public bool MayBeWalledOff(int e, int f) => (Access(Rows[e]) == "residents") != (Access(Rows[f]) == "residents");

    /// <summary>True where an edge ends at a junction.</summary>
    public bool Ends(int edge, int junction) => From[edge] == junction || To[edge] == junction;

    /// <summary>True where a wall keeps what ends here from what ends beside it.</summary>
    public bool IsAtBarrier(int junction) => Node[junction] is { } node && BarrierEnds.IsOne(node);

    /// <summary>Id of an edge.</summary>
    public string Id(int edge) => (string)Rows[edge].Values[0]!;

    /// <summary>Metres along an edge from its first point to a point of it.</summary>
    public double OffsetM(int edge, int point)
    {
        var (line, sum) = (Lines[edge]!, 0.0);
        for (var i = 1; i <= point; i++)
        {
            sum += line[i - 1].Distance(line[i]);
        }

        return sum;
    }

    /// <summary>Length in the plane, metres.</summary>
    public double LengthM(int edge) => OffsetM(edge, Lines[edge]!.Length - 1);

    private static Coordinate Local(LocalProjection projection, Coordinate lonLat)
    {
        var (x, y) = projection.ToLocal(lonLat.X, lonLat.Y);
        return new Coordinate(x, y);
    }

    private void ReadJunctions()
    {
        for (var e = 0; e < Count; e++)
        {
            if (Lines[e] is null)
            {
                continue;
            }

            var points = (LineString)Rows[e].Geometry!;
            Add(From[e], points.GetCoordinateN(0), FromNode(Rows[e]));
            Add(To[e], points.GetCoordinateN(points.NumPoints - 1), ToNode(Rows[e]));
        }
    }

    private void Add(int junction, Coordinate at, long? node)
    {
        Degree[junction]++;
        Place[junction] ??= new Coordinate(at.X, at.Y);
        Node[junction] ??= node;
    }
}
