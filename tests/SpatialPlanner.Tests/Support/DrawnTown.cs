using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// A small town drawn by lot whose streets lie where they are drawn: junctions in a square of 800 m, bent streets
/// longer than the straight line, some residents' edges, some islands; and buildings around them.
/// </summary>
internal sealed class DrawnTown
{
    public const int Buildings = 120;
    private const double SideMetres = 800;

    public DrawnTown(int seed)
    {
        var random = new Random(seed);
        var junctions = Enumerable.Range(0, random.Next(4, 40))
            .Select(_ => (X: random.NextDouble() * SideMetres, Y: random.NextDouble() * SideMetres)).ToArray();
        var builder = new WalkNetworkBuilder();
        for (var e = random.Next(junctions.Length / 2, 2 * junctions.Length); e >= 0; e--)
        {
            var (a, b) = (random.Next(junctions.Length), random.Next(junctions.Length));
            double[] x = [junctions[a].X, ((junctions[a].X + junctions[b].X) / 2) + random.Next(-40, 40), junctions[b].X];
            double[] y = [junctions[a].Y, ((junctions[a].Y + junctions[b].Y) / 2) + random.Next(-40, 40), junctions[b].Y];
            var metres = Length(x, y, 0) + Length(x, y, 1);
            builder.AddEdge(a, b, (int)(metres * (1000 + random.Next(100))), new(ResidentsOnly: random.Next(5) == 0), x, y);
        }

        Network = builder.Build();
        var linker = new PlaceLinker(Network, new EdgeIndex(Network), [], 100);
        var (buildings, places) = (new LinkageBuilder(), new LinkageBuilder());
        (X, Y) = (new double[Buildings], new double[Buildings]);
        for (var b = 0; b < Buildings; b++)
        {
            (X[b], Y[b]) = (random.NextDouble() * SideMetres, random.NextDouble() * SideMetres);
            linker.Link(X[b], Y[b], buildings);
            buildings.EndPoint();
        }

        for (var p = 0; p < 2; p++)
        {
            Places[p] = (random.NextDouble() * SideMetres, random.NextDouble() * SideMetres);
            linker.Link(Places[p].X, Places[p].Y, places);
            places.EndPoint();
        }

        (BuildingLinks, PlaceLinks) = (buildings.Build(), places.Build());
    }

    public WalkNetwork Network { get; }

    public double[] X { get; }

    public double[] Y { get; }

    public Linkage BuildingLinks { get; }

    public (double X, double Y)[] Places { get; } = new (double, double)[2];

    public Linkage PlaceLinks { get; }

    private static double Length(double[] x, double[] y, int s) =>
        Math.Sqrt(((x[s + 1] - x[s]) * (x[s + 1] - x[s])) + ((y[s + 1] - y[s]) * (y[s + 1] - y[s])));
}
