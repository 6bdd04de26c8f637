using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Repair;
using static SpatialPlanner.Tests.Support.Streets;

namespace SpatialPlanner.Tests.Repair;

public sealed class NetworkRepairTests
{
    private static readonly LayerRow A = Edge(
        "a", [(0, 0), (100, 0)], ("length_mm", 100_001L), ("name", "street"), ("delay_s", 20.0), ("crossing", "signals"),
        ("from_node", 1L), ("to_node", 2L));

    [Fact]
    public void ADeadEndIsDrawnOnToTheEdgeWhichIsCutThere()
    {
        var mended = Mend(A, Edge("b", [(30, 1.5), (30, 60)], ("length_mm", 58_500L), ("from_node", 7L), ("to_node", 8L)));

        Assert.Equal(["a~1 30.0 m 1-7", "a~2 70.0 m 7-2", "b 60.0 m 7-8"], mended.Edges.Select(Told));
        Assert.Equal(3, mended.Edges[2].Geometry!.NumPoints);
        Assert.Equal(mended.Edges[0].Geometry!.Coordinates[^1], mended.Edges[2].Geometry!.Coordinates[0]);
        Assert.Equal(["a~1", "a~2", "b"], mended.Changed.Order());
        object?[] logged = ["undershoot/b+a", "undershoot", "b", "a", "extend_and_join", "town.osm"];
        var values = Assert.Single(mended.Log).Values;
        Assert.Equal(logged, values.Where(v => v is not double));
        Assert.Equal(1.5, Assert.IsType<double>(values[4]), 0.01);
    }

    [Fact]
    public void DeadEndsThatFaceEachOtherBecomeOneJunction()
    {
        var mended = Mend(A, Edge("b", [(101, 0), (200, 0)], ("length_mm", 99_000L)));

        Assert.Equal(["a 101.0 m 1-2", "b 99.0 m 2-"], mended.Edges.Select(Told));
    }

    [Fact]
    public void EdgesThatCrossAreCutAndMeet()
    {
        var mended = Mend(A, Edge("b", [(30, -20), (30, 40)], ("length_mm", 60_000L)));

        Assert.Equal(["a~1 30.0 m 1-", "a~2 70.0 m -2", "b~1 20.0 m -", "b~2 40.0 m -"], mended.Edges.Select(Told));
        Assert.Single(
            mended.Edges.Select(e => e.Geometry!.Coordinates).SelectMany(c => new[] { c[0], c[^1] }).GroupBy(c => c),
            g => g.Count() == 4);
    }

    [Fact]
    public void PartsKeepTheAttributesAndOneOfThemTheWait()
    {
        var parts = Mend(A, Edge("b", [(30, -20), (30, 40)])).Edges.Take(2).ToList();

        Assert.All(parts, p => Assert.Equal("street", Value(p, "name")));
        Assert.Equal([20.0, null], parts.Select(p => Value(p, "delay_s")));
        Assert.Equal(["signals", null], parts.Select(p => Value(p, "crossing")));
        Assert.Equal("signals", Value(A, "crossing"));
    }

    [Fact]
    public void PartsOfAnEdgeAreNumberedAlongItWhateverCutsItFirst()
    {
        var mended = Mend(
            A, Edge("b", [(70, -20), (70, 40)]), Edge("c", [(30, -20), (30, 40)]), Edge("d", [(50, 1), (50, 40)]));

        var parts = mended.Edges.Where(e => ((string)e.Values[0]!)[0] == 'a').ToList();
        Assert.Equal(["a~1", "a~2", "a~3", "a~4"], parts.Select(p => p.Values[0]));
        Assert.Equal(100_001L, parts.Sum(p => (long)Value(p, "length_mm")!));
        Assert.Equal([30, 20, 20, 30], parts.Select(p => Math.Round((long)Value(p, "length_mm")! / 1000.0)));
    }

    [Fact]
    public void AnIdThatLooksLikeThatOfAPartIsNotGivenTwice()
    {
        var mended = Mend(A, Edge("b", [(30, -20), (30, 40)]), Edge("a~1", [(0, 90), (100, 90)]));

        Assert.Equal(["a~2", "a~3", "b~1", "b~2", "a~1"], mended.Edges.Select(e => e.Values[0]));
    }

    [Fact]
    public void OfDuplicatesOneStaysAndWhatEndedAtTheOtherGoesOnFromIt()
    {
        var mended = Mend(
            A, Edge("b", [(0, 0), (100, 0)], ("from_node", 11L), ("to_node", 12L)),
            Edge("c", [(100, 0), (100, 50)], ("from_node", 12L), ("length_mm", 50_000L)));

        Assert.Equal(["a 100.0 m 1-2", "c 50.0 m 2-"], mended.Edges.Select(Told));
        Assert.Equal("leave_out", mended.Log[0].Values[5]);
    }

    [Fact]
    public void AnEdgeWithoutExtentIsLeftOutAndItsEndsAreOne()
    {
        var mended = Mend(
            A, Edge("z", [(100, 0), (100, 0)], ("from_node", 2L), ("to_node", 3L)),
            Edge("c", [(100, 0), (100, 50)], ("from_node", 3L), ("length_mm", 50_000L)));

        Assert.Equal(["a 100.0 m 1-2", "c 50.0 m 2-"], mended.Edges.Select(Told));
    }

    [Fact]
    public void OnlyTheKindsAskedForAreMended()
    {
        LayerRow[] rows = [A, Edge("b", [(30, -20), (30, 40)]), Edge("c", [(50, 1), (50, 60)])];
        var mended = NetworkRepair.Apply(rows, [NetworkFaultKind.Undershoot], "town.osm");

        Assert.Equal(["a~1", "a~2", "b", "c"], mended.Edges.Select(e => e.Values[0]));
        Assert.Equal([(NetworkFaultKind.Undershoot, 1)], mended.Counts.Select(c => (c.Key, c.Value)));
        Assert.Equal(["crossing a~1 b"], Faults(mended.Edges));
    }

    [Fact]
    public void ASoundNetworkStaysAsItIs()
    {
        LayerRow[] rows = [Edge("a1", [(0, 0), (50, 0)]), Edge("a2", [(50, 0), (100, 0)]), Edge("b", [(50, 0), (50, 60)])];
        var mended = Mend(rows);

        Assert.Equal(rows, mended.Edges);
        Assert.Empty(mended.Log);
        Assert.Empty(mended.Changed);
    }

    [Fact]
    public void RandomTownsComeOutSoundBetterJoinedAndAsLong()
    {
        for (var seed = 0; seed < 120; seed++)
        {
            var rows = RandomStreets(seed);
            var mended = Mend([.. rows]);

            Assert.True(Faults(mended.Edges) is [], $"seed {seed}: {string.Join("; ", Faults(mended.Edges))}");
            AssertPartsAddUp(rows, mended, seed);
            AssertJoined(rows, mended, seed);
            Assert.Equal(mended.Edges.Select(Written), Mend([.. rows]).Edges.Select(Written));
        }
    }

    // Every edge that no dead end drew on is as long as before.
    private static void AssertPartsAddUp(List<LayerRow> rows, RepairedNetwork mended, int seed)
    {
        var extended = mended.Log.Where(r => (string)r.Values[1]! == "undershoot").Select(r => r.Values[2]).ToHashSet();
        var leftOut = mended.Log.Where(r => (string)r.Values[5]! is "leave_out" or "leave_out_and_merge_ends")
            .Select(r => r.Values[2]).ToHashSet();
        var length = mended.Edges.GroupBy(e => Source((string)e.Values[0]!))
            .ToDictionary(g => g.Key, g => g.Sum(e => (long)Value(e, "length_mm")!));
        foreach (var row in rows.Where(r => !extended.Contains(r.Values[0]) && !leftOut.Contains(r.Values[0])))
        {
            Assert.True(
                length[(string)row.Values[0]!] == (long)Value(row, "length_mm")!, $"seed {seed}: {row.Values[0]}");
        }
    }

    // Edges of one connected part are in one connected part still.
    private static void AssertJoined(List<LayerRow> rows, RepairedNetwork mended, int seed)
    {
        var (before, after) = (Parts(rows), Parts(mended.Edges));
        foreach (var part in rows.Select((r, e) => (Id: (string)r.Values[0]!, Part: before[e])).GroupBy(r => r.Part))
        {
            var ids = part.Select(p => p.Id).ToHashSet();
            var now = mended.Edges.Select((r, e) => (Id: Source((string)r.Values[0]!), Part: after[e]))
                .Where(r => ids.Contains(r.Id)).Select(r => r.Part).Distinct();
            Assert.True(now.Count() <= 1, $"seed {seed}: {string.Join(' ', ids)}");
        }

        Assert.True(after.Distinct().Count() <= before.Distinct().Count());
    }

    private static int[] Parts(IReadOnlyList<LayerRow> rows) => LinkedNetwork.Of(rows).Network.ComponentOfEdge;

    // Streets between places on a coarse grid and near it, so that they cross, overlap and stop short of each other.
    private static List<LayerRow> RandomStreets(int seed)
    {
        var random = new Random(seed);
        double Place() => (random.Next(6) * 20) + (random.Next(4) == 0 ? (random.NextDouble() * 4) - 2 : 0);
        return
        [
            .. Enumerable.Range(0, random.Next(2, 16)).Select(i =>
            {
                var points = Enumerable.Range(0, random.Next(2, 5)).Select(_ => (Place(), Place())).ToList();
                return Edge($"e{i:d2}", [.. points], ("length_mm", (long)random.Next(50_000, 500_000)), ("bridge", random.Next(8) == 0));
            }),
        ];
    }

    private static RepairedNetwork Mend(params LayerRow[] rows) =>
        NetworkRepair.Apply(rows, [.. Enum.GetValues<NetworkFaultKind>()], "town.osm");

    // Places are rounded to a centimetre, so are not told to the millimetre.
    private static string Told(LayerRow row) =>
        $"{row.Values[0]} {(long)Value(row, "length_mm")! / 1000.0:F1} m {Value(row, "from_node")}-{Value(row, "to_node")}";

    private static string Written(LayerRow row) => string.Join('|', row.Values) + row.Geometry!.AsText();

    private static string Source(string id) => id.Split('~')[0];

    private static object? Value(LayerRow row, string column) => row.Values[WorkspaceLayers.WalkEdges.Require(column)];
}
