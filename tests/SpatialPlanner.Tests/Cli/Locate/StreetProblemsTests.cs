using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli.Locate;

/// <summary>A street of six houses A to F, 10 apart but for a gap of 30 between C and D, each a possible site.</summary>
public sealed class StreetProblemsTests : IDisposable
{
    private readonly Located _located = new();

    public StreetProblemsTests() => _located.Write("street.csv", "from,to,length\nA,B,10\nB,C,10\nC,D,30\nD,E,10\nE,F,10\n");

    public void Dispose() => _located.Dispose();

    [Theory]
    [InlineData("p-median", "1", 150, "")]
    [InlineData("p-median", "2", 40, "B E")]
    [InlineData("p-median", "6", 0, "A B C D E F")]
    [InlineData("p-center", "1", 50, "")]
    [InlineData("p-center", "2", 10, "B E")]
    [InlineData("p-dispersion", "2", 70, "A F")]
    [InlineData("p-dispersion", "3", 20, "")]
    public async Task SitesOfAStreet(string problem, string p, int objective, string sites)
    {
        var (found, chosen) = await _located.Answer("--graph", "street.csv", "--problem", problem, "--p", p);
        Assert.Equal(objective, found);
        // Where several choices are as good no sites are named.
        Assert.True(sites.Length == 0 || chosen == sites, chosen);
    }

    [Theory]
    [InlineData("1", "10", 3)]
    [InlineData("1", "30", 4)]
    [InlineData("2", "9.999", 2)]
    [InlineData("2", "10", 6)]
    public async Task MostHousesWithinTheLimitWhichCounts(string p, string limit, int covered)
    {
        var (found, _) = await _located.Answer("--graph", "street.csv", "--problem", "mclp", "--p", p, "--limit", limit);
        Assert.Equal(covered, found);
        Assert.All(_located.Assignments().Where(a => a.Site.Length > 0), a => Assert.True(a.Cost <= decimal.Parse(limit, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(covered, _located.Assignments().Count(a => a.Site.Length > 0));
    }

    [Theory]
    [InlineData(2, "--limit", "10")]
    [InlineData(1, "--limit", "50")]
    [InlineData(6, "--limit", "10", "--backup", "2")]
    [InlineData(4, "--limit", "20", "--backup", "2")]
    [InlineData(1, "--limit", "10", "--cover-share", "0.5")]
    [InlineData(2, "--limit", "10", "--cover-share", "0.51")]
    public async Task FewestSites(int sites, params string[] asked)
    {
        var (found, _) = await _located.Answer(["--graph", "street.csv", "--problem", "lscp", .. asked]);
        Assert.Equal(sites, found);
    }

    [Fact]
    public async Task WithABackupEachHouseHasTwoSitesInReach()
    {
        await _located.Answer("--graph", "street.csv", "--problem", "lscp", "--limit", "20", "--backup", "2");
        Assert.All(_located.Assignments().GroupBy(a => a.Demand), d => Assert.Equal(2, d.Select(a => a.Site).Distinct().Count()));
        Assert.All(_located.Assignments(), a => Assert.True(a.Cost <= 20));
    }

    [Fact]
    public async Task WhatStandsServesAndDoesNotCount()
    {
        _located.Write("sites.csv", "site_id,state\nB,existing\n");
        Assert.Equal((40m, "E"), await _located.Answer("--graph", "street.csv", "--problem", "p-median", "--p", "1", "--fixed", "sites.csv"));
        Assert.Equal((1m, "E"), await _located.Answer("--graph", "street.csv", "--problem", "lscp", "--limit", "10", "--fixed", "sites.csv"));
        Assert.Equal((10m, "E"), await _located.Answer("--graph", "street.csv", "--problem", "p-center", "--p", "1", "--fixed", "sites.csv"));
    }

    [Fact]
    public async Task RequiredSitesAreChosenAndForbiddenOnesAreNot()
    {
        // A and D: 0 10 20 | 0 10 20; A and F the same.
        _located.Write("sites.csv", "site_id,state\nA,required\nE,forbidden\n");
        var (cost, sites) = await _located.Answer("--graph", "street.csv", "--problem", "p-median", "--p", "2", "--fixed", "sites.csv");
        Assert.Equal(60m, cost);
        Assert.Contains(sites, new[] { "A D", "A F" });
    }

    [Fact]
    public async Task WeightsMayHaveDecimalsAndCostsToo()
    {
        _located.Write("weights.csv", "demand_id,weight\nA,0.5\nB,0.25\nC,0\nD,0\nE,0\nF,2\n");
        _located.Write("fine.csv", "from,to,length\nA,B,0.001\nB,C,10\nC,D,30.25\nD,E,10\nE,F,0.125\n");
        Assert.Equal((0.00025m, "A F"), await _located.Answer("--graph", "fine.csv", "--problem", "p-median", "--p", "2", "--demand", "weights.csv"));
    }

    [Fact]
    public async Task OfARepeatedEdgeTheLastLineCountsInEitherDirection()
    {
        _located.Write("twice.csv", "from,to,length\n1,2,3\n2,3,4\n2,1,50\n");
        Assert.Equal((54m, "2"), await _located.Answer("--graph", "twice.csv", "--problem", "p-median", "--p", "1"));
    }

    [Theory]
    [InlineData("mclp", "25", 5, "B D")]
    [InlineData("p-median", "55", 50, "")]
    public async Task ChosenSitesKeepTheirDistance(string problem, string spacing, int objective, string sites)
    {
        // Without E a limit of 10 leaves B with D or F. At 55 apart the median is A and E, or B and F: 0 10 20 | 10 0 10.
        string[] limit = problem == "mclp" ? ["--limit", "10"] : [];
        _located.Write("sites.csv", "site_id,state\nE,forbidden\n");
        string[] fix = problem == "mclp" ? ["--fixed", "sites.csv"] : [];
        var (found, chosen) = await _located.Answer(["--graph", "street.csv", "--problem", problem, "--p", "2", "--spacing", spacing, .. limit, .. fix]);
        Assert.Equal(objective, found);
        Assert.True(sites.Length == 0 || chosen == sites || chosen == "B F", chosen);
    }

    [Fact]
    public async Task TheSameQuestionGivesTheSameBytes()
    {
        await _located.Answer("--graph", "street.csv", "--problem", "p-median", "--p", "2");
        var first = await File.ReadAllBytesAsync(_located.Out);
        await _located.Answer("--graph", "street.csv", "--problem", "p-median", "--p", "2");
        Assert.Equal(first, await File.ReadAllBytesAsync(_located.Out));
    }
}
