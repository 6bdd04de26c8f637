using System.Globalization;
using System.Text;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Cli.Locate;

/// <summary>Sites with places and costs of their own: answers by arithmetic, and beside every choice there is.</summary>
public sealed class PlacesTests : IDisposable
{
    private readonly Located _located = new();

    public void Dispose() => _located.Dispose();

    [Fact]
    public async Task ASiteServesNoMoreThanItsPlaces()
    {
        // S could reach 30 and has 12 places, T has 10 for the 20 of b.
        _located.Write("costs.csv", "demand_id,site_id,cost\na,S,1\nb,S,2\nb,T,3\n");
        _located.Write("demand.csv", "demand_id,weight\na,10\nb,20\n");
        _located.Write("sites.csv", "site_id,capacity\nS,12\nT,10\n");
        var (covered, _) = await _located.Answer(
            "--costs", "costs.csv", "--problem", "cmclp", "--p", "2", "--limit", "5", "--demand", "demand.csv", "--fixed", "sites.csv");
        Assert.Equal(22, covered);
        var sums = _located.Assignments().Where(a => a.Site.Length > 0).GroupBy(a => a.Site).ToDictionary(g => g.Key, g => g.Sum(a => a.Units));
        Assert.Equal((12m, 10m), (sums["S"], sums["T"]));
        Assert.Equal(8, _located.Assignments().Where(a => a.Site.Length == 0).Sum(a => a.Units));
    }

    [Fact]
    public async Task ADemandIsSplitWhereThePlacesAskForIt()
    {
        // All 10 of a at S would cost 10; S has 6 places, so 4 go to T at 5 each.
        _located.Write("costs.csv", "demand_id,site_id,cost\na,S,1\na,T,5\n");
        _located.Write("demand.csv", "demand_id,weight\na,10\n");
        _located.Write("sites.csv", "site_id,capacity\nS,6\nT,100\n");
        Assert.Equal((26m, "S T"), await _located.Answer("--costs", "costs.csv", "--problem", "cp-median", "--p", "2", "--demand", "demand.csv", "--fixed", "sites.csv"));
    }

    [Theory]
    [InlineData("1", 127)]
    [InlineData("0.5", 40)]
    [InlineData("0.51", 49)]
    public async Task CostsOfSitesAndWaysAndTheShareToBeServed(string share, int cost)
    {
        // S alone costs 30 + 10 + 90 = 130, both sites 30 + 67 + 10 + 20 = 127. For half of the 20 units S serves a: 30 + 10.
        // A share of 0.51 is 10.2 units, so 11, and the eleventh costs 9 from S.
        _located.Write("costs.csv", "demand_id,site_id,cost\na,S,1\nb,S,9\nb,T,2\n");
        _located.Write("demand.csv", "demand_id,weight\na,10\nb,10\n");
        _located.Write("sites.csv", "site_id,capacity,fixed_cost\nS,20,30\nT,20,67\n");
        var (found, _) = await _located.Answer(
            "--costs", "costs.csv", "--problem", "cflp", "--demand", "demand.csv", "--fixed", "sites.csv", "--cover-share", share);
        Assert.Equal(cost, found);
    }

    [Fact]
    public async Task NoChoiceOfSitesCostsLess()
    {
        for (var seed = 0; seed < 25; seed++)
        {
            var town = new SmallTown(new Random(seed));
            _located.Write("costs.csv", town.CostsFile());
            _located.Write("demand.csv", town.DemandFile());
            _located.Write("sites.csv", town.SitesFile());
            var least = town.LeastCost();
            string[] asked = ["--costs", "costs.csv", "--problem", "cflp", "--demand", "demand.csv", "--fixed", "sites.csv"];
            if (least is null)
            {
                var (code, json, _) = await _located.Run(asked);
                Assert.Equal((1, "infeasible"), (code, (string?)json["status"]));
                continue;
            }

            var (cost, _) = await _located.Answer(asked);
            Assert.Equal((decimal)least, cost);
            Assert.All(
                _located.Assignments().GroupBy(a => a.Site), g => Assert.True(g.Sum(a => a.Units) <= town.Capacity[int.Parse(g.Key, CultureInfo.InvariantCulture)]));
        }
    }

    [Fact]
    public async Task CostsOfWholeDemandsAreThoseOfTheirUnitsTimesTheirWeight()
    {
        // 3 units for 10 in all, of which S can serve 2: 2/3 of 10 and 1/3 of 20.
        _located.Write("costs.csv", "demand_id,site_id,cost\na,S,10\na,T,20\n");
        _located.Write("demand.csv", "demand_id,weight\na,3\n");
        _located.Write("sites.csv", "site_id,capacity,fixed_cost\nS,2,1.5\nT,2,0.25\n");
        var (cost, _) = await _located.Answer(
            "--costs", "costs.csv", "--problem", "cflp", "--demand", "demand.csv", "--fixed", "sites.csv", "--whole-costs");
        Assert.Equal(1.75m + (40m / 3), cost, 5);
    }

    [Fact]
    public async Task SitesWithCostsAreCoveredWithLeastCostAndNotLeastNumber()
    {
        _located.Write("costs.csv", "demand_id,site_id,cost\na,S,1\nb,S,1\na,T,1\nb,U,1\n");
        _located.Write("sites.csv", "site_id,fixed_cost\nS,10.5\nT,4\nU,5\n");
        Assert.Equal((9m, "T U"), await _located.Answer("--costs", "costs.csv", "--problem", "lscp", "--limit", "1", "--fixed", "sites.csv"));
    }

    /// <summary>Up to 4 sites and 4 demands; the assignment of a set of sites by trying every way of each unit.</summary>
    private sealed class SmallTown
    {
        private readonly int[][] _cost;
        private readonly int[] _weight;
        private readonly int[] _fixed;

        public SmallTown(Random random)
        {
            var (sites, demands) = (random.Next(2, 5), random.Next(1, 4));
            _cost = [.. Enumerable.Range(0, demands).Select(_ => Enumerable.Range(0, sites).Select(_ => random.Next(5) == 0 ? -1 : random.Next(0, 20)).ToArray())];
            _weight = [.. Enumerable.Range(0, demands).Select(_ => random.Next(1, 4))];
            _fixed = [.. Enumerable.Range(0, sites).Select(_ => random.Next(0, 25))];
            Capacity = [.. Enumerable.Range(0, sites).Select(_ => random.Next(1, 6))];
        }

        public int[] Capacity { get; }

        public int? LeastCost() => Enumerable.Range(0, 1 << _fixed.Length)
            .Select(set => Assigned(set, 0, 0, [.. Capacity]) + Enumerable.Range(0, _fixed.Length).Where(s => (set >> s & 1) == 1).Sum(s => _fixed[s])).Min();

        public string CostsFile() => "demand_id,site_id,cost\n" + string.Concat(
            from d in Enumerable.Range(0, _weight.Length)
            from s in Enumerable.Range(0, _fixed.Length)
            where _cost[d][s] >= 0
            select $"d{d},{s},{_cost[d][s]}\n") + "z,0,0\n" + string.Concat(Enumerable.Range(1, _fixed.Length - 1).Select(s => $"z,{s},0\n"))
            + string.Concat(Enumerable.Range(0, _weight.Length).Where(d => _cost[d].All(c => c < 0)).Select(d => $"d{d},far,0\n"));

        public string DemandFile() => "demand_id,weight\nz,0\n" + string.Concat(_weight.Select((w, d) => $"d{d},{w}\n"));

        public string SitesFile()
        {
            var text = new StringBuilder("site_id,state,capacity,fixed_cost\n");
            for (var s = 0; s < _fixed.Length; s++)
            {
                text.Append(CultureInfo.InvariantCulture, $"{s},,{Capacity[s]},{_fixed[s]}\n");
            }

            return text.Append(_cost.Any(c => c.All(x => x < 0)) ? "far,forbidden,1,0\n" : string.Empty).ToString();
        }

        private int? Assigned(int set, int demand, int unit, int[] left)
        {
            if (demand == _weight.Length)
            {
                return 0;
            }

            int? least = null;
            for (var s = 0; s < left.Length; s++)
            {
                if ((set >> s & 1) == 0 || left[s] == 0 || _cost[demand][s] < 0)
                {
                    continue;
                }

                left[s]--;
                var (next, first) = unit + 1 == _weight[demand] ? (demand + 1, 0) : (demand, unit + 1);
                var rest = Assigned(set, next, first, left) + _cost[demand][s];
                least = rest is null ? least : Math.Min(least ?? int.MaxValue, rest.Value);
                left[s]++;
            }

            return least;
        }
    }
}
