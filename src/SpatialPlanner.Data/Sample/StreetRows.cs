using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Sample;

/// <summary>The walk network, split at its junctions, with node ids.</summary>
internal sealed class StreetRows(GeoFrame frame)
{
    private readonly Dictionary<(double, double), long> _nodes = [];
    private readonly Rows _rows = new(WorkspaceLayers.WalkEdges);

    public Rows Make(SampleCity city)
    {
        var noder = new StreetNoder(city.Streets.SelectMany(s => new[] { s.From, s.To }));
        foreach (var street in city.Streets)
        {
            var points = street.MayBeJoined ? noder.Split(street.From, street.To) : [street.From, street.To];
            for (var i = 0; i + 1 < points.Count; i++)
            {
                Add(street, frame.Coordinate(points[i]), frame.Coordinate(points[i + 1]));
            }
        }

        return _rows;
    }

    private void Add(Street street, Coordinate from, Coordinate to)
    {
        if (from.Equals2D(to))
        {
            return;
        }

        var lengthMm = (long)Math.Round(Geodesy.LengthMetres([from, to]) * 1000);
        _rows.Add(
            GeoFrame.Line(from, to), ("id", $"E{_rows.List.Count + 1:000000}"), ("name", street.Name),
            ("class", street.Class), ("length_mm", lengthMm), ("steps", street.Steps), ("delay_s", 0.0),
            ("access", street.Access), ("grade", 0.0), ("bridge", street.Bridge), ("tunnel", street.Tunnel),
            ("from_node", Node(from)), ("to_node", Node(to)));
    }

    private long Node(Coordinate at)
    {
        if (!_nodes.TryGetValue((at.X, at.Y), out var node))
        {
            _nodes[(at.X, at.Y)] = node = _nodes.Count + 1;
        }

        return node;
    }
}
