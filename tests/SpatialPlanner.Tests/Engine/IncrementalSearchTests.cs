using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine;

/// <summary>A what-if equals the whole search on the changed district, byte for byte.</summary>
public class IncrementalSearchTests
{
    private static readonly WalkerPace?[] Paces = [null, new WalkerPace(900, 0.5)];

    [Fact]
    public void ThousandsOfRandomChangesEqualAWholeSearch()
    {
        var (changes, withEffect) = (0, 0);
        var incremental = new IncrementalSearch();
        for (var seed = 0; seed < 250; seed++)
        {
            var town = new RandomDistrict(seed);
            foreach (var pace in Paces)
            {
                var field = NearestFacilityField.Find(town.District, seed % 3, pace, new(town.District.Network));
                for (var round = 0; round < 10; round++)
                {
                    var scenario = town.Changes();
                    var changed = scenario.ApplyTo(town.District);
                    var change = incremental.Run(field, changed);
                    var whole = NearestFacilityField.Find(changed.District, seed % 3, pace, new(changed.District.Network));
                    var after = change.ApplyTo(field.Nearest);
                    var told = $"seed {seed}, round {round}: {string.Join(", ", scenario.Modifications)}";
                    Assert.True(whole.Nearest.CostMm.SequenceEqual(after.CostMm), told);
                    Assert.True(whole.Nearest.Facility.SequenceEqual(after.Facility), told);
                    Assert.All(
                        Enumerable.Range(0, change.Building.Length),
                        i => Assert.True(
                            change.CostMm[i] != field.Nearest.CostMm[change.Building[i]]
                            || change.Facility[i] != field.Nearest.Facility[change.Building[i]], told));
                    changes++;
                    withEffect += change.Building.Length > 0 ? 1 : 0;
                }
            }
        }

        Assert.Equal(5000, changes);
        Assert.InRange(withEffect, 1500, 5000);
    }

    [Fact]
    public void AFacilityAGateOrAPathMoreNeverLengthensAWalk()
    {
        var shorter = 0;
        for (var seed = 0; seed < 400; seed++)
        {
            var town = new RandomDistrict(seed);
            foreach (var pace in Paces)
            {
                var field = NearestFacilityField.Find(town.District, 0, pace, new(town.District.Network));
                for (var round = 0; round < 4; round++)
                {
                    var scenario = town.Improvement();
                    var changed = scenario.ApplyTo(town.District);
                    var after = NearestFacilityField.Find(changed.District, 0, pace, new(changed.District.Network)).Nearest;
                    for (var b = 0; b < after.CostMm.Length; b++)
                    {
                        Assert.True(
                            after.CostMm[b] <= field.Nearest.CostMm[b],
                            $"seed {seed}, building {b}: {field.Nearest.CostMm[b]} to {after.CostMm[b]} by {scenario.Modifications[0]}");
                        shorter += after.CostMm[b] < field.Nearest.CostMm[b] ? 1 : 0;
                    }
                }
            }
        }

        Assert.True(shorter > 1000, $"only {shorter} walks became shorter");
    }

    [Fact]
    public void AFacilityThatCoversNothingNewTouchesNothing()
    {
        var town = new RandomDistrict(3);
        var field = NearestFacilityField.Find(town.District, 0, null, new(town.District.Network));
        var search = new IncrementalSearch();
        var changed = new Scenario([new Modification.AddFacility(1e6, 1e6, 1)]).ApplyTo(town.District);
        Assert.Empty(search.Run(field, changed).Building);
        Assert.Equal(0, search.TouchedNodeCount);
    }
}
