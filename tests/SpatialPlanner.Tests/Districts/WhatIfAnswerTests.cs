using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Planning.Gaps;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Districts;

/// <summary>What-ifs on the sample district: its table moves as if everything had been searched and added up again.</summary>
public class WhatIfAnswerTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    private static readonly IncrementalSearch Search = new();
    private readonly LoadedDistrict loaded = sample.Loaded;

    [Fact]
    public void AnEmptyScenarioIsTheBaseline()
    {
        var (fields, before) = Before(0);
        var answer = WhatIfAnswer.Find(loaded, fields, before, new Scenario([]), Search);
        Assert.Empty(answer.Changed);
        Assert.Empty(answer.ChangedGaps);
    }

    [Fact]
    public void TheTableMovesAsIfEverythingHadBeenAddedUpAgain()
    {
        var random = new Random(7);
        for (var s = 0; s < loaded.Pack.Services.Count; s++)
        {
            var (fields, before) = Before(s);
            for (var round = 0; round < 3; round++)
            {
                var scenario = new Scenario([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Change(random, s))]);
                var answer = WhatIfAnswer.Find(loaded, fields, before, scenario, Search);
                var after = ServiceAnswer.Of(
                    loaded, before.Service, before.Typed, before.Profile, before.IsAsked,
                    new ServiceFields(scenario.ApplyTo(loaded.District).District, s));
                Assert.Equal(
                    before.Gaps.Zip(after.Gaps).Where(p => p.First != p.Second), answer.ChangedGaps.Select(p => (p.Before, p.After)));
                Assert.Equal(
                    Enumerable.Range(0, loaded.District.Buildings.Count).Where(
                        b => before.Walks.Metres(b) != after.Walks.Metres(b) || before.Walks.Seconds(b) != after.Walks.Seconds(b)),
                    answer.Changed.Select(w => w.Building));
                Assert.All(answer.Changed, w => Assert.Equal(
                    (after.Walks.Metres(w.Building), after.Walks.Seconds(w.Building), after.Walks.IsCovered(w.Building, after.Limit)),
                    (w.Metres, w.Seconds, w.IsCovered)));
            }
        }
    }

    [Fact]
    public void OneMoreFacilityNeverLengthensAWalkAndItsGainIsTheDifferenceOfTheTables()
    {
        var (fields, before) = Before(0);
        var random = new Random(11);
        for (var i = 0; i < 5; i++)
        {
            var home = random.Next(loaded.District.Buildings.Count);
            var scenario = new Scenario(
                [new Modification.AddFacility(loaded.District.Buildings.X[home], loaded.District.Buildings.Y[home], 1)]);
            var answer = WhatIfAnswer.Find(loaded, fields, before, scenario, Search);
            Assert.All(answer.Changed, w => Assert.True(w.Metres <= before.Walks.Metres(w.Building)));
            long Gained(string group) => answer.ChangedGaps
                .Where(g => g.After.Level == AreaLevel.District && g.After.Group == group && g.After.Denominator == Denominator.People)
                .Sum(g => g.After.Covered - g.Before.Covered);
            Assert.Equal(Gained("all"), answer.Gained.People);
            Assert.Equal(Gained("age_60_up"), answer.Gained.GroupPeople);
            Assert.Equal(default, answer.Lost);
        }
    }

    [Fact]
    public void ClosingEveryFacilityLeavesNobodyReached()
    {
        var (fields, before) = Before(0);
        var open = loaded.District.Facilities.OpenWith(0);
        var answer = WhatIfAnswer.Find(
            loaded, fields, before, new Scenario([.. open.Select(f => new Modification.CloseFacility(f))]), Search);
        Assert.Equal(before.Walks.Shortest.CostMm.Count(c => c != int.MaxValue), answer.Changed.Count);
        Assert.All(answer.Changed, w => Assert.Null(w.Metres));
        Assert.Equal(0, answer.Gained.People);
    }

    private (ServiceFields Fields, ServiceAnswer Before) Before(int service)
    {
        var (fields, rule) = (new ServiceFields(loaded.District, service), loaded.Pack.Services[service]);
        WalkerProfile walker = loaded.Pack.FindProfile(rule.Profile)!;
        return (fields, ServiceAnswer.Of(loaded, rule, rule.Limit, walker, false, fields));
    }

    private Modification Change(Random random, int service)
    {
        var d = loaded.District;
        var (home, facility) = (random.Next(d.Buildings.Count), random.Next(d.Facilities.Count));
        var (x, y) = (d.Buildings.X[home], d.Buildings.Y[home]);
        var gate = random.Next(d.PlaceLinker.Gates.Count);
        return random.Next(8) switch
        {
            0 => new Modification.CloseFacility(d.Facilities.OpenWith(service)[0]),
            1 => new Modification.MoveFacility(d.Facilities.OpenWith(service)[^1], x, y),
            2 => new Modification.SetServices(facility, 1UL << service),
            3 => new Modification.OpenGate(gate),
            4 => new Modification.CloseGate(gate),
            5 => new Modification.AddPath([x, x + random.Next(-300, 300)], [y, y + random.Next(-300, 300)]),
            6 => new Modification.ClosePath(random.Next(d.Network.EdgeCount)),
            _ => new Modification.AddFacility(x, y, 1UL << service),
        };
    }
}
