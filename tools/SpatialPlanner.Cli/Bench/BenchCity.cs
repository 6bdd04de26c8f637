using System.Diagnostics;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Cli.Bench;

/// <summary>A district on a graph: buildings along its streets by lot, facilities of 16 services. The same every time.</summary>
/// <param name="District">The district.</param>
/// <param name="LoadMs">Time from the columns in memory to the district, the network not counted, milliseconds.</param>
public sealed record BenchCity(District District, double LoadMs)
{
    public const int ServiceCount = 16;
    private const double CommunityMetres = 1000;

    /// <summary>Makes the district.</summary>
    public static BenchCity Make(BenchGraph graph, int buildingCount)
    {
        var random = new Random(2);
        var (x, y) = Places(graph, buildingCount, random);
        var facilities = Facilities(graph);
        string[] ids = [.. Enumerable.Range(0, buildingCount).Select(b => $"b{b}")];
        var clock = Stopwatch.StartNew();
        var index = new EdgeIndex(graph.Network);
        var links = new LinkageBuilder();
        foreach (var link in index.NearestOfAll(x, y, District.LinkLimitMetres, Environment.ProcessorCount))
        {
            if (link is { } found)
            {
                links.Add(found);
            }

            links.EndPoint();
        }

        var (areas, areaOfBuilding) = Areas(x, y);
        var district = new District
        {
            Network = graph.Network,
            PlaceLinker = new PlaceLinker(graph.Network, index, [], District.LinkLimitMetres),
            Areas = areas,
            Buildings = Buildings(ids, x, y, areaOfBuilding),
            BuildingLinks = links.Build(),
            Facilities = facilities,
            FacilityLinks = graph.Facilities,
            Fingerprint = graph.Name,
        };
        return new BenchCity(district, clock.Elapsed.TotalMilliseconds);
    }

    private static (double[] X, double[] Y) Places(BenchGraph graph, int count, Random random)
    {
        var edges = graph.Network.Edges;
        var (x, y) = (new double[count], new double[count]);
        for (var b = 0; b < count; b++)
        {
            var edge = random.Next(edges.Count);
            var (first, last) = (edges.FirstShapePoint[edge], edges.FirstShapePoint[edge + 1] - 1);
            var share = random.NextDouble();
            x[b] = edges.ShapeX[first] + (share * (edges.ShapeX[last] - edges.ShapeX[first])) + random.Next(-25, 25);
            y[b] = edges.ShapeY[first] + (share * (edges.ShapeY[last] - edges.ShapeY[first])) + random.Next(-25, 25);
        }

        return (x, y);
    }

    private static FacilityColumns Facilities(BenchGraph graph)
    {
        var (count, edges) = (graph.Facilities.PointCount, graph.Network.Edges);
        var (x, y) = (new double[count], new double[count]);
        for (var f = 0; f < count; f++)
        {
            if (graph.Facilities.IsLinked(f))
            {
                var k = graph.Facilities.FirstLink[f];
                var edge = graph.Facilities.Edge[k];
                var point = graph.Facilities.OffsetMm[k] == 0
                    ? edges.FirstShapePoint[edge] : edges.FirstShapePoint[edge + 1] - 1;
                (x[f], y[f]) = (edges.ShapeX[point], edges.ShapeY[point]);
            }
        }

        return new FacilityColumns
        {
            Id = [.. Enumerable.Range(0, count).Select(f => $"f{f}")],
            X = x,
            Y = y,
            Services = [.. Enumerable.Range(0, count).Select(f => 1UL << (f % ServiceCount))],
            IsOpen = [.. Enumerable.Repeat(true, count)],
        };
    }

    private static BuildingColumns Buildings(string[] ids, double[] x, double[] y, int[][] area) => new()
    {
        Id = ids,
        X = x,
        Y = y,
        People = [.. DemandGroups.All.Select((_, g) => Enumerable.Range(0, ids.Length).Select(b => (b + g) % 40).ToArray())],
        Dwellings = [.. Enumerable.Range(0, ids.Length).Select(b => b % 16)],
        Residential = [.. Enumerable.Repeat(true, ids.Length)],
        Area = area,
    };

    /// <summary>Communities are squares of a kilometre; each is a subdistrict of its own.</summary>
    private static (AreaColumns Areas, int[][] AreaOfBuilding) Areas(double[] x, double[] y)
    {
        var columns = x.Length == 0 ? 1 : (int)((x.Max() - x.Min()) / CommunityMetres) + 1;
        var rows = y.Length == 0 ? 1 : (int)((y.Max() - y.Min()) / CommunityMetres) + 1;
        var (minX, minY) = x.Length == 0 ? (0, 0) : (x.Min(), y.Min());
        var squares = columns * rows;
        int[] square = [.. x.Zip(y, (e, n) => ((int)((n - minY) / CommunityMetres) * columns) + (int)((e - minX) / CommunityMetres))];
        AreaLevel[] levels =
        [
            AreaLevel.District,
            .. Enumerable.Repeat(AreaLevel.Subdistrict, squares),
            .. Enumerable.Repeat(AreaLevel.Community, squares),
        ];
        string[] names = [.. Enumerable.Range(0, levels.Length).Select(a => $"a{a}")];
        var areas = new AreaColumns
        {
            Level = levels,
            Code = names,
            Name = names,
            NameEn = names,
        };
        int[][] areaOfBuilding =
        [
            new int[x.Length],
            Array.ConvertAll(square, s => 1 + s),
            Array.ConvertAll(square, s => 1 + squares + s),
            [.. Enumerable.Repeat(BuildingColumns.NoArea, x.Length)],
        ];
        return (areas, areaOfBuilding);
    }
}
