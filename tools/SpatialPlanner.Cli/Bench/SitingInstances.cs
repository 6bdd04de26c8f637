using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Seeded cities for siting: points of demand with people, candidate sites, walks along a street grid or as the crow flies.</summary>
internal static class SitingInstances
{
    /// <summary>Makes maximal covering: a unit gains 1 where a chosen site is within the limit.</summary>
    /// <param name="shape">The city.</param>
    /// <param name="limitMetres">Longest walk.</param>
    public static GainMatrix Covering(SitingCity shape, double limitMetres)
    {
        var (points, sites) = (Places(shape, shape.Points, 1), Places(shape, shape.Sites, 2));
        var random = new Random(shape.Seed);
        var near = new NearSites(sites, limitMetres);
        var merge = new DemandMerge(shape.Sites);
        var found = new List<int>();
        var ones = new long[shape.Sites];
        Array.Fill(ones, 1);
        foreach (var (x, y) in points)
        {
            var people = 1 + random.Next(40);
            near.Find(x, y, shape.StreetGrid, found);
            if (found.Count > 0)
            {
                merge.Add(people, found.ToArray(), ones.AsSpan(0, found.Count));
            }
        }

        return merge.Build();
    }

    private static (double X, double Y)[] Places(SitingCity shape, int count, int part)
    {
        var random = new Random((shape.Seed * 31) + part);
        var centres = new Random(shape.Seed);
        var side = shape.SideMetres;
        var middles = new (double X, double Y, double Spread)[Math.Max(1, shape.Clusters)];
        for (var k = 0; k < middles.Length; k++)
        {
            middles[k] = (centres.NextDouble() * side, centres.NextDouble() * side, (0.02 + (0.06 * centres.NextDouble())) * side);
        }

        var places = new (double X, double Y)[count];
        for (var k = 0; k < count; k++)
        {
            places[k] = shape.Clusters == 0 || random.NextDouble() < 0.3
                ? (random.NextDouble() * side, random.NextDouble() * side)
                : Around(middles[random.Next(middles.Length)], side, random);
        }

        return places;
    }

    private static (double X, double Y) Around((double X, double Y, double Spread) middle, double side, Random random)
    {
        var (angle, reach) = (random.NextDouble() * Math.Tau, middle.Spread * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())));
        return (Math.Clamp(middle.X + (reach * Math.Cos(angle)), 0, side), Math.Clamp(middle.Y + (reach * Math.Sin(angle)), 0, side));
    }

    /// <summary>Sites by squares as wide as the limit, so that a point asks nine of them.</summary>
    private sealed class NearSites
    {
        private readonly (double X, double Y)[] sites;
        private readonly double limit;
        private readonly Dictionary<(int, int), List<int>> squares = [];

        public NearSites((double X, double Y)[] sites, double limit)
        {
            (this.sites, this.limit) = (sites, limit);
            for (var s = 0; s < sites.Length; s++)
            {
                var key = ((int)(sites[s].X / limit), (int)(sites[s].Y / limit));
                if (!squares.TryGetValue(key, out var list))
                {
                    squares[key] = list = [];
                }

                list.Add(s);
            }
        }

        public void Find(double x, double y, bool streetGrid, List<int> found)
        {
            found.Clear();
            var (column, row) = ((int)(x / limit), (int)(y / limit));
            for (var k = 0; k < 9; k++)
            {
                if (squares.TryGetValue((column + (k % 3) - 1, row + (k / 3) - 1), out var list))
                {
                    foreach (var s in list)
                    {
                        var (dx, dy) = (Math.Abs(sites[s].X - x), Math.Abs(sites[s].Y - y));
                        if (streetGrid ? dx + dy <= limit : (dx * dx) + (dy * dy) <= limit * limit)
                        {
                            found.Add(s);
                        }
                    }
                }
            }

            found.Sort();
        }
    }
}
