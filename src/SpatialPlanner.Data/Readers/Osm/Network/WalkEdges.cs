using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>
/// Splits walkable ways at junctions (nodes that ways share, ends, gates and barriers) into the rows of the walk
/// network.
/// </summary>
internal sealed class WalkEdges
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly OsmData _data;
    private readonly List<WalkWay> _ways;
    private readonly byte[] _uses;
    private readonly Dictionary<int, WalkAccess> _gates = [];
    private readonly HashSet<int> _endsAWay = [];
    private readonly Dictionary<int, long> _deadEnds = [];
    private readonly Dictionary<int, double> _heightsM = [];
    private readonly Dictionary<int, string> _crossings = [];

    private WalkEdges(OsmData data, List<WalkWay> ways)
    {
        (_data, _ways, _uses) = (data, ways, new byte[data.NodeCount]);
        CountUses();
        ReadNodes();
    }

    /// <summary>The rows, in the order of way ids and along each way.</summary>
    public static List<LayerRow> Of(OsmData data, OsmProblems problems, CancellationToken ct)
    {
        var edges = new WalkEdges(data, new WalkWays(data, problems).Find());
        var pieces = edges.Pieces(problems, ct);
        var crossings = CrossingEdges.Of(data, pieces, edges._crossings);
        return [.. pieces.Select((piece, i) => edges.Row(piece, crossings[i]))];
    }

    private List<WalkPiece> Pieces(OsmProblems problems, CancellationToken ct)
    {
        var pieces = new List<WalkPiece>();
        WayFacts? facts = null;
        var (way, part) = (-1, 0);
        foreach (var walked in _ways)
        {
            ct.ThrowIfCancellationRequested();
            if (walked.Way != way)
            {
                (way, part) = (walked.Way, 0);
                facts = WayFacts.Of(_data.TagsOfWay(way), $"way/{_data.WayId(way)}", problems);
            }

            part = Split(walked, facts!, part, pieces);
        }

        return pieces;
    }

    private void CountUses()
    {
        foreach (var way in _ways)
        {
            foreach (var node in way.Nodes)
            {
                _uses[node] = (byte)Math.Min(_uses[node] + 1, 2);
            }

            _endsAWay.Add(way.Nodes[0]);
            _endsAWay.Add(way.Nodes[^1]);
        }
    }

    private void ReadNodes()
    {
        foreach (var (node, tags) in _data.TaggedNodes())
        {
            if (_uses[node] == 0)
            {
                continue;
            }

            if (WalkRules.OfNode(tags) is var access and not WalkAccess.Open)
            {
                _gates.Add(node, access);
            }

            if (tags.TryGetValue("ele", out var ele) && SlopeTags.HeightM(ele) is { } height)
            {
                _heightsM.Add(node, height);
            }

            if (CrossingTags.OfNode(tags) is { } crossing)
            {
                _crossings.Add(node, crossing);
            }
        }
    }

    private int Split(WalkWay way, WayFacts facts, int part, List<WalkPiece> pieces)
    {
        var start = 0;
        for (var i = 1; i < way.Nodes.Length; i++)
        {
            if (i == way.Nodes.Length - 1 || _uses[way.Nodes[i]] > 1 || _gates.ContainsKey(way.Nodes[i]))
            {
                pieces.Add(new WalkPiece(way, facts, start, i, part++));
                start = i;
            }
        }

        return part;
    }

    private LayerRow Row(WalkPiece piece, string? crossing)
    {
        var (way, facts) = (piece.Way, piece.Facts);
        var nodes = piece.Nodes;
        var line = new Coordinate[nodes.Length];
        for (var i = 0; i < line.Length; i++)
        {
            line[i] = _data.CoordinateOf(nodes[i]);
        }

        var (from, to) = (GateAt(way, nodes[0]), GateAt(way, nodes[^1]));
        // A gate for residents has no edge of its own: the edges that end at it carry it, so that nobody else walks
        // through.
        var access = from == WalkAccess.Residents || to == WalkAccess.Residents ? WalkAccess.Residents : way.Access;
        var id = $"way/{_data.WayId(way.Way)}";
        var lengthMm = Math.Max(1L, (long)Math.Round(Geodesy.LengthMetres(line) * 1000));
        return new LayerRow(
            Factory.CreateLineString(line),
            [
                $"{id}/{piece.Part}", facts.Name, facts.Class, lengthMm, facts.IsSteps, null,
                access == WalkAccess.Open ? "open" : "residents", facts.Grade ?? GradeByHeights(piece, lengthMm),
                facts.IsBridge, facts.IsTunnel, End(nodes[0], from), End(nodes[^1], to), facts.OneWay, crossing,
                facts.VerticalLayer,
            ],
            id);
    }

    // On bridges and in tunnels the height of a node is as often that of the ground as that of the walker.
    private double? GradeByHeights(WalkPiece piece, long lengthMm) =>
        !piece.Facts.IsBridge && !piece.Facts.IsTunnel && piece.Facts.Class != "elevator"
        && _heightsM.TryGetValue(piece.FirstNode, out var first) && _heightsM.TryGetValue(piece.LastNode, out var last)
            ? Slopes.ByMappedHeights(first, last, lengthMm, piece.Facts.IsSteps)
            : null;

    // Where a way ends at a gate on the line of another that passes by, the gate is on the ending one: a driveway's
    // gate drawn onto the street does not close the street.
    private WalkAccess GateAt(WalkWay way, int node) =>
        !_gates.TryGetValue(node, out var access) ? WalkAccess.Open
        : _uses[node] > 1 && _endsAWay.Contains(node) && way.Nodes[0] != node && way.Nodes[^1] != node ? WalkAccess.Open
        : access;

    // Behind a barrier each edge gets a junction of its own: edges join by node id.
    private long End(int node, WalkAccess gate)
    {
        if (gate != WalkAccess.Nobody)
        {
            return _data.NodeId(node);
        }

        var count = _deadEnds.GetValueOrDefault(node) + 1;
        _deadEnds[node] = count;
        return BarrierEnds.Id(_data.NodeId(node), count);
    }
}
