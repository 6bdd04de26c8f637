using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Repair;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Repair;

/// <summary>Las Palmas de Gran Canaria and the centre of São Paulo from OpenStreetMap, before and after a repair.</summary>
public sealed class LasPalmasRepairTests
{
    [SharedDataFact]
    public void LasPalmasComesOutSoundAndBetterJoined() => AssertRepaired(
        SharedData.Path("las-palmas", "las-palmas-2023.osm.pbf"), 27_070,
        ["Duplicate 105", "Crossing 50", "Undershoot 60"], ["Duplicate 109", "Crossing 49", "Undershoot 51"], 557, 530);

    [SharedDataFact]
    public void SaoPauloComesOutSoundAndBetterJoined() => AssertRepaired(
        SharedData.Path("sao-paulo", "spo_osm.pbf"), 10_538,
        ["Crossing 4", "Undershoot 12"], ["Crossing 4", "Undershoot 10"], 53, 51);

    private static void AssertRepaired(
        string path, int edges, string[] before, string[] mended, int partsBefore, int partsAfter)
    {
        List<LayerRow> rows = [.. OsmReader.ReadNetwork(path, null, default).Layers[WorkspaceLayers.WalkEdges]];
        var repaired = NetworkRepair.Apply(rows, [.. Enum.GetValues<NetworkFaultKind>()], "x");

        Assert.Equal(edges, rows.Count);
        Assert.Equal(before, Faults(rows));
        Assert.Equal(mended, repaired.Counts.Where(c => c.Value > 0).Select(c => $"{c.Key} {c.Value}"));
        Assert.Empty(Faults(repaired.Edges));
        Assert.Equal((partsBefore, partsAfter), (Parts(rows), Parts(repaired.Edges)));
        Assert.Equal(repaired.Edges.Count, repaired.Edges.Select(e => e.Values[0]).Distinct().Count());
    }

    private static IEnumerable<string> Faults(List<LayerRow> rows) => NetworkFaults.Find(rows, LinkedNetwork.Of(rows).Projection)
        .GroupBy(f => f.Kind).OrderBy(g => g.Key).Select(g => $"{g.Key} {g.Count()}");

    private static int Parts(List<LayerRow> rows) => LinkedNetwork.Of(rows).Network.ComponentEdgeCount.Length;
}
