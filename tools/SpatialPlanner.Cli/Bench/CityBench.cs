using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Engine.Work;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Measures the engine on a district with buildings.</summary>
public sealed class CityBench(District district, int limitMm, int runs, BenchClock clock)
{
    private static readonly WalkerPace Pace = new(1000);
    private readonly ServiceWalks[] walks = new ServiceWalks[BenchCity.ServiceCount];

    public IEnumerable<BenchTask> Run()
    {
        foreach (var threads in new[] { 1, 2 })
        {
            yield return new BenchTask(
                "coverage", clock.Time(() => Coverage(threads)), threads,
                walks.Sum(w => w.Shortest.CostMm.LongCount(c => c <= limitMm)),
                Pairs: (long)district.Buildings.Count * BenchCity.ServiceCount);
        }

        yield return WhatIf();
    }

    /// <summary>The walks of every building to each of the services.</summary>
    private void Coverage(int threads) => Workers.Run(
        walks.Length, threads, () => new ShortestPathSearch(district.Network), (search, service) =>
            walks[service] = ServiceWalks.Find(
                district, district.FacilityLinks, district.Facilities.OpenWith(service), Pace, search),
        CancellationToken.None);

    /// <summary>One facility is added, moved or closed, each from the same field; every time another one.</summary>
    private BenchTask WhatIf()
    {
        const int Service = 0;
        var (random, ms, changed) = (new Random(4), new List<double>(), 0L);
        var field = NearestFacilityField.Find(district, Service, null, new(district.Network));
        var search = new IncrementalSearch();
        var scenarios = Enumerable.Range(0, 3 * (runs + 1)).Select(i => Change(i % 3, Service, random)).ToList();
        for (var i = 0; i < scenarios.Count; i++)
        {
            var buildings = 0;
            var took = clock.Once(() => buildings = search.Run(field, scenarios[i].ApplyTo(district)).Building.Length);
            if (i >= 3)
            {
                ms.Add(took);
                changed += buildings;
            }
        }

        return new BenchTask("what-if", ms, Reached: changed);
    }

    private Scenario Change(int kind, int service, Random random)
    {
        var open = district.Facilities.OpenWith(service);
        var facility = open[random.Next(open.Length)];
        var at = random.Next(district.Buildings.Count);
        var (x, y) = (district.Buildings.X[at], district.Buildings.Y[at]);
        return new Scenario([kind switch
        {
            0 => new Modification.AddFacility(x, y, 1UL << service),
            1 => new Modification.MoveFacility(facility, x, y),
            _ => new Modification.CloseFacility(facility),
        }]);
    }
}
