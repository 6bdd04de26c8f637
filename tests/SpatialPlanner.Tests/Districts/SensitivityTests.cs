using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Sensitivity;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Sensitivity;
using SpatialPlanner.Tests.Support;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;
using static SpatialPlanner.Tests.Support.LongStreet;

namespace SpatialPlanner.Tests.Districts;

/// <summary>
/// Bands worked out by hand. A canteen stands on the street at 0 m; the limit is 5 minutes at 1 m/s, or 300 m. Each home
/// has twice the people of the one before, so that a sum says who is in it:
/// <code>
///   a   1  285 m                b   2  255 m        c   4  315 m       d   8  345 m
///   e  16  150 m, 70 m off      f  32  100 m, 150 m off: not linked
///   g  64  285 m, 30 m off      h 128  240 m, 40 m off
///   i 256  in a compound, 45 m off the street at -180 m; its gate there is closed, the open one is at the back,
///          from where the way leads round by -600 m: 35 + 20 + 420 + 100 + 600 = 1,175 m
///   k 512  the same south of the street, without the closed gate
/// </code>
/// Outside by the rule (over 300 m): c d f g i k = 876 of 1,023.
/// </summary>
public class SensitivityTests
{
    private static readonly (Assumption Assumption, long Low, long High)[] OfMinutes =
    [
        // 270 m: a (285) and h (280) go, 876 + 129. 330 m: c and g (315) come, 876 - 68.
        (Assumption.Speed, 1005, 808),

        // 240 m: a, b and h go, 876 + 131. 360 m: c, d and g come, 876 - 76.
        (Assumption.Threshold, 1007, 800),

        // 50 m: e is not linked. 200 m: f is, 150 + 100 = 250 m.
        (Assumption.SnapLimit, 892, 844),

        // Not at all: g comes (285 m). Double: h goes (320 m), e stays (290 m).
        (Assumption.SnapLeg, 812, 1004),

        // No walls: i and k go straight, 45 + 180 = 225 m. All open: i by the front gate, 25 + 20 + 180 = 225 m.
        (Assumption.Gates, 108, 620),
    ];

    [Fact]
    public void EveryBandIsWhatThePencilSays()
    {
        var rows = District(WalkLimit.OfMinutes(5));
        Assert.All(rows, r => Assert.Equal((1023, 876), (r.Total, r.BaseOut)));
        Assert.Equal(OfMinutes, rows.Skip(1).Select(r => (r.Assumption!.Value, r.LowOut!.Value, r.HighOut!.Value)));

        // Swings: 197, 207, 48, 192, 768.
        Assert.Equal([197, 207, 48, 192, 768], rows.Skip(1).Select(r => r.Swing));
        Assert.Equal([3, 2, 5, 4, 1], rows.Skip(1).Select(r => r.Rank!.Value));
        Assert.Equal(100.0 * 768 / 1023, rows[5].SwingPoints!.Value, 1e-12);
        var all = rows[0];
        Assert.Equal((108, 1007, Assumption.Gates), (all.LeastOut, all.MostOut, all.MovedMostBy!.Value));
        Assert.Equal((null, null, null, null), (all.Assumption, all.LowOut, all.HighOut, all.Rank));
    }

    [Fact]
    public void ALimitOfMetresDoesNotAskForTheSpeedButMovesByTheMetresOfAMinute()
    {
        var rows = District(WalkLimit.OfMetres(300));
        var speed = rows[1];
        Assert.Equal((876, 876, 0), (speed.LowOut!.Value, speed.HighOut!.Value, speed.Swing));
        Assert.Equal(
            OfMinutes.Skip(1), rows.Skip(2).Select(r => (r.Assumption!.Value, r.LowOut!.Value, r.HighOut!.Value)));
        var layer = SensitivityLayer.Layer.Contents(new Assessment(Town(WalkLimit.OfMetres(300))));
        var values = layer.Rows.Select(r => r.Values).First(v => (string)v[6]! == "threshold");
        Assert.Equal(["300 m", "240 m", "360 m"], values[7..10]);
        Assert.Equal("limit_is_a_distance", layer.Rows.Select(r => r.Values).First(v => (string)v[6]! == "speed")[^1]);
    }

    [Fact]
    public void AWaitOnTheWayIsWalkedOnByAFasterWalker()
    {
        // One crossing of 60 s on the way to a home at 235 m: 295 s of 300. At 0.9 m/s 235 / 0.9 + 60 = 321 s, outside.
        var street = Street;
        street[7].Values[WalkEdges.Require("delay_s")] = 60.0;
        var rows = Bands(Load(
            Meals(WalkLimit.OfMinutes(5)), (WalkEdges, street), (Facilities, [Facility("F", 0, null)]),
            (Buildings, [Home("a", 235, 0, 3), Home("b", 255, 0, 5)])));

        // b: 315 s; at 1.1 m/s 255 / 1.1 + 60 = 292 s.
        Assert.Equal((5, 8, 0), (rows[1].BaseOut, rows[1].LowOut!.Value, rows[1].HighOut!.Value));
    }

    [Fact]
    public void ALimitUnderAMinuteFallsToNothingAndNotBelow()
    {
        // Half a minute is 30 m; a minute less is 0 m, where only the home at the canteen's door is.
        var rows = Bands(Load(
            Meals(WalkLimit.OfMinutes(0.5)), (WalkEdges, Street), (Facilities, [Facility("F", 0, null)]),
            (Buildings, [Home("a", 0, 0, 3), Home("b", 20, 0, 5), Home("c", 80, 0, 7)])));
        Assert.Equal((7, 12, 0), (rows[2].BaseOut, rows[2].LowOut!.Value, rows[2].HighOut!.Value));
    }

    [Fact]
    public void WithoutAFacilityAllAreOutsideAndNothingMovesThem()
    {
        var rows = Bands(Load(Meals(WalkLimit.OfMinutes(5)), (WalkEdges, Street), (Buildings, [Home("a", 0, 0, 3)])));
        Assert.All(rows, r => Assert.Equal((3, 3, 0), (r.Total, r.BaseOut, r.Swing)));
        Assert.Null(rows[0].MovedMostBy);
        Assert.Equal([1, 2, 3, 4, 5], rows.Skip(1).Select(r => r.Rank!.Value));
    }

    [Fact]
    public void NobodyAtAllHasNoPercentagePoints()
    {
        var rows = Bands(Load(
            Meals(WalkLimit.OfMinutes(5)), (WalkEdges, Street), (Facilities, [Facility("F", 0, null)]), (Buildings, [Home("a", 0, 0, 0)])));
        Assert.All(rows, r => Assert.Null(r.SwingPoints));
    }

    private static IReadOnlyList<SensitivityRow> District(WalkLimit limit) => Bands(Town(limit));

    private static IReadOnlyList<SensitivityRow> Bands(LoadedDistrict loaded) =>
        [.. new Assessment(loaded).Sensitivity.Where(r => r.Level == AreaLevel.District)];

    private static LoadedDistrict Town(WalkLimit limit)
    {
        List<LayerRow> streets =
        [
            .. Street, TwoStreets.Edge("n0", (-600, 0), (-600, 100)), TwoStreets.Edge("n1", (-600, 100), (-160, 100)),
            TwoStreets.Edge("s0", (-600, 0), (-600, -100)), TwoStreets.Edge("s1", (-600, -100), (-160, -100)),
        ];
        return Load(
            Meals(limit), (WalkEdges, streets), (Facilities, [Facility("F", 0, null)]),
            (Buildings,
            [
                Home("a", 285, 0, 1), Home("b", 255, 0, 2), Home("c", 315, 0, 4), Home("d", 345, 0, 8),
                Home("e", 150, 70, 16), Home("f", 100, 150, 32), Home("g", 285, 30, 64), Home("h", 240, 40, 128),
                Home("i", -180, 45, 256), Home("k", -180, -45, 512),
            ]),
            (Compounds, [Compound("north", 20, 80), Compound("south", -80, -20)]),
            (Entrances, [Gate("n-back", "north", 80, "open"), Gate("n-front", "north", 20, "closed"), Gate("s-back", "south", -80, "open")]));
    }

    private static LayerRow Compound(string id, double south, double north) =>
        Rows.Of(Compounds, TwoStreets.Box(-200, south, -160, north), ("id", id), ("gated", true));

    private static LayerRow Gate(string id, string of, double y, string access) => Rows.Of(
        Entrances, new Point(TwoStreets.At(-180, y)), ("id", id), ("of_id", of), ("kind", "gate"), ("access", access));
}
