using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Support;

/// <summary>A small town drawn by lot: some streets, some residents' edges, islands, parallel edges and loops.</summary>
internal sealed class RandomTown
{
    private readonly Random random;

    /// <summary>Draws a town.</summary>
    /// <param name="seed">Which town.</param>
    /// <param name="hilly">With slopes, waits, steps and one-way edges; the <see cref="Oracle"/> knows none of these.</param>
    public RandomTown(int seed, bool hilly = false)
    {
        random = new Random(seed);
        var junctions = random.Next(2, 14);
        var count = random.Next(1, 26);
        for (var e = 0; e < count; e++)
        {
            Edges.Add(RandomEdge(random, junctions));
        }

        var traits = hilly ? Hills(new Random(seed + 1_000_000)) : e => new(Edges[e].ResidentsOnly);
        Network = Build(Edges, traits);
        List<(int From, int To, int LengthMm, bool ResidentsOnly)> more =
            [.. Edges, .. Enumerable.Range(1, 3).Select(i => RandomEdge(new Random((seed * 4) + i), junctions))];
        MorePaths = Build(more, e => e < Edges.Count ? traits(e) : new(more[e].ResidentsOnly));
    }

    public List<(int From, int To, int LengthMm, bool ResidentsOnly)> Edges { get; } = [];

    public WalkNetwork Network { get; }

    /// <summary>The same town with three more edges, which come after the others.</summary>
    public WalkNetwork MorePaths { get; }

    /// <summary>Points with one to three links each, at ends and between them.</summary>
    public List<LinkPosition>[] Points(int count) =>
        [.. Enumerable.Range(0, count).Select(_ => Enumerable.Range(0, random.Next(1, 4)).Select(_ => Link()).ToList())];

    public static Linkage Linkage(IEnumerable<IEnumerable<LinkPosition>> points)
    {
        var builder = new LinkageBuilder();
        foreach (var point in points)
        {
            foreach (var link in point)
            {
                builder.Add(link);
            }

            builder.EndPoint();
        }

        return builder.Build();
    }

    private static (int From, int To, int LengthMm, bool ResidentsOnly) RandomEdge(Random random, int junctions) =>
        (random.Next(junctions), random.Next(junctions), random.Next(1, 60_000), random.Next(4) == 0);

    private Func<int, EdgeTraits> Hills(Random hills)
    {
        EdgeTraits[] drawn =
        [
            .. Edges.Select(e => new EdgeTraits(
                e.ResidentsOnly, hills.Next(4) == 0 ? hills.Next(60_000) : 0, hills.Next(5) == 0,
                hills.Next(2) == 0 ? 0 : (float)((hills.NextDouble() - 0.5) / 2),
                (EdgePassage)Math.Max(0, hills.Next(10) - 6), hills.Next(4) == 0)),
        ];
        return e => drawn[e];
    }

    private static WalkNetwork Build(
        List<(int From, int To, int LengthMm, bool ResidentsOnly)> edges, Func<int, EdgeTraits> traits)
    {
        var builder = new WalkNetworkBuilder();
        foreach (var edge in edges)
        {
            builder.AddEdge(
                edge.From, edge.To, edge.LengthMm, traits(builder.EdgeCount), [0, 1], [builder.EdgeCount, 0]);
        }

        return builder.Build();
    }

    private LinkPosition Link()
    {
        var edge = random.Next(Edges.Count);
        var length = Edges[edge].LengthMm;
        var offset = random.Next(5) switch { 0 => 0, 1 => length, _ => random.Next(length + 1) };
        return new LinkPosition(edge, offset, random.Next(3) == 0 ? 0 : random.Next(20_000));
    }
}
