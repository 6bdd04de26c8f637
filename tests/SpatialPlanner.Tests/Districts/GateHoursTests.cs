using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Planning.Hours;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;
using static SpatialPlanner.Tests.Support.TwoStreets;

namespace SpatialPlanner.Tests.Districts;

public class GateHoursTests(LoadedSample sample) : IClassFixture<LoadedSample>
{
    [Fact]
    public void AGateThatIsShutAtTheTimeCountsAsClosed()
    {
        // The home at (380, 20) in a compound with a north gate by the day and a west gate always open.
        var wall = Rows.Of(Compounds, Box(40, 10, 420, 40), ("id", "c"), ("gated", true));
        var north = Gate("north", 380, 40, "hours");
        north.Values[Entrances.Require("hours")] = "06:00-22:00; Su off";
        var loaded = Load(
            (WalkEdges, [.. BothStreets]), (Compounds, [wall]), (Entrances, [north, Gate("west", 40, 20, "open")]),
            (Buildings, [Home("home", 380, 20)]), (Facilities, [Canteen]));
        double Metres(string? time)
        {
            var district = time is null ? loaded : loaded.At(WeekTime.Parse(time)!.Value);
            return district.Walks(Pack.Default.IndexOfService("meals"), Pack.Default.Profiles[0]).Metres(0)!.Value;
        }

        // 20 m to the north gate, 10 m to B, 20 m along; else 340 m to the west gate, 20 m to A, 40 + 50 + 400 m.
        Assert.Equal(50, Metres(null), 0.1);
        Assert.Equal(50, Metres("06:00"), 0.1);
        Assert.Equal(850, Metres("22:00"), 0.1);
        Assert.Equal(850, Metres("Su 12:00"), 0.1);
        Assert.Equal(1, loaded.At(WeekTime.Parse("23:00")!.Value).GatesShut);
    }

    [Fact]
    public void AtNightNobodyInTheSampleWalksLessAndSomeWalkMore()
    {
        var loaded = sample.Loaded;
        var night = loaded.At(WeekTime.Parse("03:00")!.Value);
        Assert.Equal(loaded.GateHours.Entrances.Count, night.GatesShut);
        Assert.True(night.GatesShut > 100);
        Assert.Equal(night.District.Network.EdgeCount, night.RowOfEdge.Length);
        var (day, late) = (loaded.Walks(0, Pack.Default.Profiles[0]), night.Walks(0, Pack.Default.Profiles[0]));
        var longer = Enumerable.Range(0, loaded.District.Buildings.Count).Where(b =>
        {
            Assert.True(late.Shortest.CostMm[b] >= day.Shortest.CostMm[b]);
            return late.Shortest.CostMm[b] > day.Shortest.CostMm[b];
        });
        Assert.NotEmpty(longer);
        // Noon is within the hours of every gate of the sample.
        Assert.Equal(0, loaded.At(WeekTime.Parse("12:00")!.Value).GatesShut);
    }

    [Fact]
    public void WhoIsShutInIsToldSo()
    {
        var wall = Rows.Of(Compounds, Box(40, 10, 420, 40), ("id", "c"), ("gated", true));
        var gate = Gate("only", 380, 40, "hours");
        gate.Values[Entrances.Require("hours")] = "06:00-22:00";
        var night = Load(
            (WalkEdges, [.. BothStreets]), (Compounds, [wall]), (Entrances, [gate]), (Buildings, [Home("home", 380, 20)]),
            (Facilities, [Canteen])).At(WeekTime.Parse("23:00")!.Value);
        var answer = ServiceAnswer.Find(night, Pack.Default.IndexOfService("meals"));
        Assert.Equal(NearestFacility.None, answer.Walks.FacilityOf(0, answer.Limit));
        Assert.Contains("no gate of its compound is open", WalkExplanation.Of(night, answer, 0).Reason!.En, StringComparison.Ordinal);
    }
}
