using System.Globalization;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine.Siting;

/// <summary>OR-Library's p-median files (Beasley 1985) against their published optima, and covering on the first against full enumeration.</summary>
public sealed class PmedTests
{
    [SharedDataFact]
    public void TheMediansAreThePublishedOptimaProved()
    {
        foreach (var (file, optimum) in ((int, long)[])[(1, 5819), (5, 1355), (6, 7824), (10, 1255), (17, 6999)])
        {
            var (walks, sites) = Read(file);
            var (count, far) = (walks.GetLength(0), walks.Cast<int>().Max());
            var problem = new SitingProblem(Gains(walks, d => far - d), new SiteCount(count, sites));

            var result = SitingSolver.Solve(problem, new SitingOptions());

            Assert.Equal((file, SitingStatus.Optimal), (file, result.Status));
            Assert.Equal((file, optimum), (file, ((long)count * far) - result.Objective));
            Assert.Equal(result.Objective, result.Bound);
        }
    }

    [SharedDataFact]
    public void CoveringOnTheFirstFileIsWhatFullEnumerationGives()
    {
        var (walks, _) = Read(1);
        foreach (var (limit, covered) in ((int, int[])[])[(50, [16, 29, 37, 44, 51]), (75, [29, 47, 57, 66, 72]), (100, [47, 70, 78, 85, 90]), (127, [74, 89, 94, 97, 100])])
        {
            var gains = Gains(walks, d => d <= limit ? 1 : 0);
            for (var sites = 1; sites <= 5; sites++)
            {
                var result = SitingSolver.Solve(new SitingProblem(gains, new SiteCount(100, sites)), new SitingOptions());
                Assert.Equal((limit, sites, SitingStatus.Optimal, covered[sites - 1]), (limit, sites, result.Status, result.Objective));
            }
        }
    }

    private static GainMatrix Gains(int[,] walks, Func<int, int> gain)
    {
        var merge = new DemandMerge(walks.GetLength(0));
        for (var r = 0; r < walks.GetLength(0); r++)
        {
            int[] near = [.. Enumerable.Range(0, walks.GetLength(0)).Where(c => gain(walks[r, c]) > 0)];
            if (near.Length > 0)
            {
                merge.Add(1, near, [.. near.Select(c => (long)gain(walks[r, c]))]);
            }
        }

        return merge.Build();
    }

    /// <summary>All shortest walks; of an edge that is repeated the last counts.</summary>
    private static (int[,] Walks, int Sites) Read(int file)
    {
        int[][] lines = [.. File.ReadAllLines(SharedData.Path("pmed", $"pmed{file}.txt"))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(l => l.Length == 3)
            .Select(l => l.Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray())];
        var nodes = lines[0][0];
        var walks = new int[nodes, nodes];
        for (var k = 0; k < nodes * nodes; k++)
        {
            walks[k / nodes, k % nodes] = k / nodes == k % nodes ? 0 : 1_000_000;
        }

        foreach (var edge in lines.Skip(1))
        {
            walks[edge[0] - 1, edge[1] - 1] = walks[edge[1] - 1, edge[0] - 1] = edge[2];
        }

        for (var k = 0; k < nodes; k++)
        {
            for (var a = 0; a < nodes; a++)
            {
                for (var b = 0; b < nodes; b++)
                {
                    walks[a, b] = Math.Min(walks[a, b], walks[a, k] + walks[k, b]);
                }
            }
        }

        return (walks, lines[0][2]);
    }
}
