using System.Globalization;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli.Locate;

/// <summary>The first p-median graph of OR-Library, whose values for p = 1 to 5 were found by trying every choice.</summary>
public sealed class OrLibraryTests : IDisposable
{
    private readonly Located _located = new();

    public void Dispose() => _located.Dispose();

    [SharedDataFact]
    public async Task MediansCentersAndCoverageOfTheFirstGraph()
    {
        Take("pmed1");
        int[] medians = [10140, 7946, 7097, 6335, 5819], centers = [186, 162, 148, 133, 127];
        Dictionary<string, int[]> covered = new()
        {
            ["50"] = [16, 29, 37, 44, 51],
            ["75"] = [29, 47, 57, 66, 72],
            ["100"] = [47, 70, 78, 85, 90],
            ["127"] = [74, 89, 94, 97, 100],
        };
        for (var p = 1; p <= 5; p++)
        {
            var count = p.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(medians[p - 1], (await _located.Answer("--graph", "graph.csv", "--problem", "p-median", "--p", count)).Objective);
            Assert.Equal(centers[p - 1], (await _located.Answer("--graph", "graph.csv", "--problem", "p-center", "--p", count)).Objective);
            foreach (var (limit, most) in covered)
            {
                Assert.Equal(most[p - 1], (await _located.Answer("--graph", "graph.csv", "--problem", "mclp", "--p", count, "--limit", limit)).Objective);
            }
        }

        Assert.Equal("7 13 65 91 99", (await _located.Answer("--graph", "graph.csv", "--problem", "p-median", "--p", "5")).Sites);
    }

    [SharedDataFact]
    public async Task AGraphWithRepeatedEdgesHasThePublishedMedian()
    {
        // 4069 where the shortest of repeated edges counts.
        Take("pmed2");
        Assert.Equal(4093, (await _located.Answer("--graph", "graph.csv", "--problem", "p-median", "--p", "10")).Objective);
    }

    private void Take(string name)
    {
        var edges = File.ReadLines(SharedData.Path("pmed", name + ".txt")).Skip(1)
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(f => f.Length >= 3).Select(f => string.Join(',', f.Take(3)));
        _located.Write("graph.csv", "from,to,length\n" + string.Join('\n', edges) + "\n");
    }
}
