using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class OsmNetworkTests : IDisposable
{
    private const string Nodes = """
        <node id="1" lon="108.000" lat="34"/><node id="2" lon="108.001" lat="34"/><node id="3" lon="108.002" lat="34"/>
        <node id="4" lon="108.001" lat="34.001"/><node id="5" lon="108.001" lat="33.999"/>
        """;

    private readonly string _file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.osm");

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void WaysThatShareANodeMeetThere()
    {
        var edges = Read(Nodes + Way(10, "1 2 3") + Way(11, "4 2 5")).Layers[WorkspaceLayers.WalkEdges];

        Assert.Equal(["way/10/0", "way/10/1", "way/11/0", "way/11/1"], edges.Select(e => e.Values[0]));
        Assert.Equal([1L, 2L, 4L, 2L], edges.Select(e => e.Values[10]));
    }

    [Fact]
    public void ABridgeDoesNotMeetTheStreetBelow()
    {
        List<LayerRow> edges =
        [
            .. Read(Nodes + Way(10, "1 3") + Way(11, "4 5", """<tag k="bridge" v="yes"/>"""))
                .Layers[WorkspaceLayers.WalkEdges],
        ];

        Assert.Equal(2, edges.Count);
        Assert.Equal(true, edges[1].Values[8]);
    }

    [Fact]
    public void AWallOnAPathPartsTheNetwork()
    {
        var wall = Nodes.Replace(
            """<node id="2" lon="108.001" lat="34"/>""",
            """<node id="2" lon="108.001" lat="34"><tag k="barrier" v="wall"/></node>""",
            StringComparison.Ordinal);

        List<LayerRow> edges = [.. Read(wall + Way(10, "1 2 3")).Layers[WorkspaceLayers.WalkEdges]];

        Assert.Equal(2, edges.Count);
        Assert.NotEqual(edges[0].Values[11], edges[1].Values[10]);
    }

    [Fact]
    public void AMissingNodeCutsTheWayAndIsTold()
    {
        var batch = Read(Nodes + Way(10, "1 2 99 3 2"));

        Assert.Equal(2, batch.Layers[WorkspaceLayers.WalkEdges].Count);
        Assert.Equal("way/10", Assert.Single(batch.Problems).Place);
    }

    [Fact]
    public void TheObjectBehindTheBoundsIsRead() =>
        Assert.Empty(Read("<bounds minlat='1'/>" + Nodes + Way(10, "1 2 3")).Problems);

    [Fact]
    public void BrokenXmlNamesItsLine()
    {
        var e = Assert.Throws<InputException>(() => Read("\n<node id='1' lon='1'"));

        Assert.StartsWith("line ", e.Problem.Place, StringComparison.Ordinal);
    }

    [SharedDataFact]
    public void PbfAndXmlOfOnePlaceGiveTheSameNetwork()
    {
        var xml = Wechel("wechel.osm.gz");
        var pbf = Wechel("wechel.osm.pbf");

        Assert.Equal(451, xml.Count);
        Assert.Equal(xml.Select(Line), pbf.Select(Line));
    }

    private static List<LayerRow> Wechel(string name) =>
        [.. OsmReader.ReadNetwork(SharedData.Path("osm-edge-cases", name), null, default).Layers[WorkspaceLayers.WalkEdges]];

    private static string Line(LayerRow row) => string.Join('|', row.Values) + row.Geometry!.AsText();

    private static string Way(int id, string nodes, string tags = "") =>
        $"""<way id="{id}">{string.Concat(nodes.Split(' ').Select(n => $"<nd ref='{n}'/>"))}"""
        + $"""<tag k="highway" v="footway"/>{tags}</way>""";

    private LayerBatch Read(string objects)
    {
        File.WriteAllText(_file, $"<osm version='0.6'>{objects}</osm>");
        return OsmReader.ReadNetwork(_file, null, default);
    }
}
