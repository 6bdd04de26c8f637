using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Cli.Bench;

/// <summary>Measures the planner's questions on a workspace: whole answers, with their tables and certificates.</summary>
public sealed class WorkspaceBench(LoadedDistrict loaded, int runs, BenchClock clock)
{
    private const int ChangesARun = 6;
    private const int IsochronesARun = 20;
    private readonly Random random = new(4);
    private readonly IncrementalSearch search = new();
    private readonly ShortestPathSearch walkers = new(loaded.District.Network);

    public IEnumerable<BenchTask> Run()
    {
        int[] services = [.. Enumerable.Range(0, loaded.Pack.Services.Count)];
        var pairs = (long)services.Length * loaded.District.Buildings.Count;
        foreach (var threads in new[] { 1, 2 })
        {
            yield return new BenchTask(
                "coverage", clock.Time(() => ResultLayers.Answers(loaded, services, threads: threads)), threads, Pairs: pairs);
        }

        yield return WhatIf();
        yield return Isochrone("contour", IsochroneMethod.Contour);
        yield return Isochrone("corridor", IsochroneMethod.Corridor);
    }

    /// <summary>One facility of a service is added, moved or closed: the changed buildings and rows of the gap table.</summary>
    private BenchTask WhatIf()
    {
        var (ms, changed) = (new List<double>(), 0L);
        var services = Enumerable.Range(0, loaded.Pack.Services.Count)
            .Where(s => loaded.District.Facilities.OpenWith(s).Length > 0).ToList();
        foreach (var service in services)
        {
            var (fields, rule) = (new ServiceFields(loaded.District, service), loaded.Pack.Services[service]);
            var before = ServiceAnswer.Of(loaded, rule, rule.Limit, loaded.Pack.FindProfile(rule.Profile)!, false, fields);
            for (var i = 0; i < ChangesARun * runs; i++)
            {
                var scenario = Change(i % 3, service);
                var buildings = 0;
                var took = clock.Once(
                    () => buildings = WhatIfAnswer.Find(loaded, fields, before, scenario, search).Changed.Count);
                if (i > 2)
                {
                    ms.Add(took);
                    changed += buildings;
                }
            }
        }

        return new BenchTask("what-if", ms, Reached: changed);
    }

    private Scenario Change(int kind, int service)
    {
        var open = loaded.District.Facilities.OpenWith(service);
        var (facility, at) = (open[random.Next(open.Length)], random.Next(loaded.District.Buildings.Count));
        var (x, y) = (loaded.District.Buildings.X[at], loaded.District.Buildings.Y[at]);
        return new Scenario([kind switch
        {
            0 => new Modification.AddFacility(x, y, 1UL << service),
            1 => new Modification.MoveFacility(facility, x, y),
            _ => new Modification.CloseFacility(facility),
        }]);
    }

    /// <summary>5, 10 and 15 minutes to a facility, another one each time, certified against the buildings.</summary>
    private BenchTask Isochrone(string name, IsochroneMethod method)
    {
        var (ms, covered) = (new List<double>(), 0L);
        CoverageLimit[] limits = [CoverageLimit.OfMinutes(5), CoverageLimit.OfMinutes(10), CoverageLimit.OfMinutes(15)];
        // Many, since the reach differs from place to place, and the runtime takes dozens of calls to compile for speed.
        for (var i = 0; i < 2 * IsochronesARun * runs; i++)
        {
            var facility = random.Next(loaded.District.Facilities.Count);
            var links = new LinkageBuilder();
            links.AddAll(loaded.District.FacilityLinks, facility);
            links.EndPoint();
            var places = new IsochronePlaces(
                links.Build(), [(loaded.District.Facilities.X[facility], loaded.District.Facilities.Y[facility])]);
            var reached = 0;
            var took = clock.Once(() => reached = IsochroneAnswer
                .Find(loaded, places, limits, loaded.Pack.Profiles[0], method, walkers).Bands[^1].CoveredBuildings);
            if (i >= IsochronesARun * runs)
            {
                ms.Add(took);
                covered += reached;
            }
        }

        return new BenchTask(name, ms, Reached: covered);
    }
}
