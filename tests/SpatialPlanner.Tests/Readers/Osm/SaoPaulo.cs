using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Readers.Osm.Store;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

/// <summary>
/// The centre of São Paulo: hexagons with people, schools and health care, and a table of walk distances that others
/// made, from the network node nearest to a hexagon to the nearest such node of a hexagon with a school or health
/// care.
/// </summary>
internal sealed class SaoPaulo
{
    private const double LimitM = 20_000;

    private readonly LinkedNetwork _network;

    public SaoPaulo()
    {
        var path = SharedData.Path("sao-paulo", "spo_osm.pbf");
        List<LayerRow> edges = [.. OsmReader.ReadNetwork(path, null, default).Layers[WorkspaceLayers.WalkEdges]];
        _network = LinkedNetwork.Of(edges);
        var data = OsmReader.Load(path, new OsmProblems(path), null, default);
        Hexagons = [.. File.ReadLines(SharedData.Path("sao-paulo", "spo_network_reference.csv")).Skip(1).Select(l =>
            HexagonOf(l, data))];
    }

    public IReadOnlyList<Hexagon> Hexagons { get; }

    /// <summary>Metres from each origin to its nearest destination, and which that is.</summary>
    public Dictionary<string, (double Metres, string To)> Nearest(
        Func<Hexagon, Coordinate> place, Func<Hexagon, bool> isDestination)
    {
        var nearest = new Dictionary<string, (double Metres, string To)>();
        foreach (var (from, to, metres) in Distances(Rows(Hexagons, place), Rows(Hexagons.Where(isDestination), place)))
        {
            if (!nearest.TryGetValue(from, out var best) || metres < best.Metres)
            {
                nearest[from] = (metres, to);
            }
        }

        return nearest;
    }

    /// <summary>
    /// Metres from the centre of each hexagon to its node; none for a centre too far from the network.
    /// </summary>
    public Dictionary<string, double> Legs() => Hexagons
        .SelectMany(h => Distances(Rows([h], x => x.Centre), Rows([h], x => x.Node)))
        .ToDictionary(d => d.From, d => d.Metres);

    private List<(string From, string To, double Metres)> Distances(List<LayerRow> from, List<LayerRow> to) =>
    [
        .. DistanceTable.Find(_network, from, to, LimitM, 1000, null, default).Table.Rows
            .Select(r => ((string)r.Values[0]!, (string)r.Values[1]!, (double)r.Values[2]!)),
    ];

    private static List<LayerRow> Rows(IEnumerable<Hexagon> hexagons, Func<Hexagon, Coordinate> place) =>
        [.. hexagons.Select(h => new LayerRow(new Point(place(h)), [h.Id]))];

    private static Hexagon HexagonOf(string line, OsmData data)
    {
        var fields = line.Split(',');
        double? Number(int i) => fields[i].Length == 0 ? null : double.Parse(fields[i], CultureInfo.InvariantCulture);
        var node = data.FindNode(long.Parse(fields[6], CultureInfo.InvariantCulture));
        return new Hexagon(
            fields[0], new Coordinate(Number(1)!.Value, Number(2)!.Value), data.CoordinateOf(node), Number(3) ?? 0,
            Number(4) > 0, Number(5) > 0, Number(8), Number(9));
    }

    /// <summary>A hexagon and what the table says of it.</summary>
    internal sealed record Hexagon(
        string Id, Coordinate Centre, Coordinate Node, double People, bool HasSchool, bool HasHealthCare,
            double? SchoolM,
        double? HealthCareM);
}
