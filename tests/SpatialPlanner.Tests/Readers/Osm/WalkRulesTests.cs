using SpatialPlanner.Data.Readers.Osm.Network;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class WalkRulesTests
{
    [Theory]
    [InlineData("highway=footway", "Open")]
    [InlineData("highway=steps;conveying=forward", "Open")]
    [InlineData("highway=pedestrian;area=yes", "Open")]
    [InlineData("highway=residential", "Open")]
    [InlineData("highway=corridor;indoor=yes", "Open")]
    [InlineData("highway=primary", "Open")]
    [InlineData("railway=platform", "Open")]
    [InlineData("public_transport=platform", "Open")]
    [InlineData("man_made=pier", "Open")]
    [InlineData("highway=motorway", "Nobody")]
    [InlineData("highway=motorway;foot=yes", "Open")]
    [InlineData("highway=primary;motorroad=yes", "Nobody")]
    [InlineData("highway=trunk", "Nobody")]
    [InlineData("highway=trunk;sidewalk=both", "Open")]
    [InlineData("highway=construction", "Nobody")]
    [InlineData("highway=proposed;foot=yes", "Nobody")]
    [InlineData("highway=services", "Nobody")]
    [InlineData("route=ferry;foot=yes", "Nobody")]
    [InlineData("indoor=room", "Nobody")]
    [InlineData("highway=path;foot=no", "Nobody")]
    [InlineData("highway=service;foot=private", "Residents")]
    [InlineData("highway=service;access=private", "Residents")]
    [InlineData("highway=service;access=private;foot=yes", "Open")]
    [InlineData("highway=service;access=no", "Nobody")]
    [InlineData("highway=service;access=no;foot=designated", "Open")]
    [InlineData("building=yes", "Nobody")]
    [InlineData("highway=no;foot=yes", "Nobody")]
    [InlineData("highway=bus_guideway", "Nobody")]
    [InlineData("foot=use_sidepath;highway=cycleway", "Nobody")]
    [InlineData("highway=motorway_link", "Nobody")]
    [InlineData("highway=busway", "Nobody")]
    [InlineData("highway=trunk_link;sidewalk:left=separate", "Open")]
    [InlineData("highway=service;access=military", "Nobody")]
    [InlineData("highway=living_street", "Open")]
    [InlineData("highway=track", "Open")]
    [InlineData("highway=tertiary_link", "Open")]
    [InlineData("highway=trunk;foot=yes", "Open")]
    [InlineData("highway=elevator", "Open")]
    [InlineData("indoor=area;highway=footway", "Open")]
    [InlineData("highway=service;access=permit;foot=no", "Nobody")]
    [InlineData("highway=bus_stop", "Nobody")]
    public void EachRowOfTheWayTableDecides(string tags, string access) =>
        Assert.Equal(access, WalkRules.OfWay(Tags(tags)).ToString());

    [Theory]
    [InlineData("barrier=bollard;access=no", "Open")]
    [InlineData("barrier=gate", "Open")]
    [InlineData("barrier=gate;access=private", "Residents")]
    [InlineData("barrier=gate;access=private;foot=yes", "Open")]
    [InlineData("barrier=gate;foot=private", "Residents")]
    [InlineData("barrier=gate;access=no", "Nobody")]
    [InlineData("barrier=gate;locked=yes", "Nobody")]
    [InlineData("barrier=lift_gate;access=private", "Open")]
    [InlineData("barrier=bollard;foot=no", "Nobody")]
    [InlineData("barrier=wall", "Nobody")]
    [InlineData("highway=crossing", "Open")]
    [InlineData("barrier=fence;foot=yes", "Open")]
    [InlineData("barrier=turnstile", "Open")]
    [InlineData("barrier=hedge", "Nobody")]
    [InlineData("barrier=gate;locked=yes;access=private", "Residents")]
    [InlineData("barrier=gate;access=military", "Nobody")]
    [InlineData("barrier=yes", "Open")]
    [InlineData("barrier=kerb", "Open")]
    [InlineData("barrier=swing_gate;foot=permit", "Residents")]
    public void EachRowOfTheNodeTableDecides(string tags, string access) =>
        Assert.Equal(access, WalkRules.OfNode(Tags(tags)).ToString());

    [Theory]
    [InlineData(nameof(EachRowOfTheWayTableDecides))]
    [InlineData(nameof(EachRowOfTheNodeTableDecides))]
    public void EveryRowDecidesAnExample(string examples)
    {
        var table = examples == nameof(EachRowOfTheWayTableDecides) ? WalkRules.Ways : WalkRules.Nodes;
        var index = new TagExpressionIndex(table.Select(r => r.When));
        var decided = typeof(WalkRulesTests).GetMethod(examples)!
            .GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>()
            .Select(a => index.First(Tags((string)a.GetData(null!).Single()[0]))).Where(row => row >= 0);

        Assert.Equal(Enumerable.Range(0, table.Count), decided.Distinct().Order());
    }

    private static Dictionary<string, string> Tags(string text) =>
        text.Split(';').Select(t => t.Split('=')).ToDictionary(p => p[0], p => p[1]);
}
