using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Readers.Osm.Polygons;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

public sealed class MultipolygonTests
{
    [SharedDataFact]
    public void EveryTestRelationGivesAValidAreaOrAReason()
    {
        var path = SharedData.Path("osm-edge-cases", "multipolygon_testcases.osm");
        var data = OsmReader.Load(path, new OsmProblems(path), null, default);
        var builder = new AreaBuilder(data);
        var told = new List<string>();
        for (var relation = 0; relation < data.RelationCount; relation++)
        {
            var result = builder.OfRelation(relation);
            Assert.True(result.Geometry is { IsValid: true } || result.Flaw is not null);
            told.Add($"{data.TagsOfRelation(relation)["testcase"]} {(result.Geometry is null ? "none" : result.Flaw is null ? "good" : "repaired")}");
        }

        // Good by the file's notes: plain, holes, holes in holes, touching rings, mixed roles, several bits and outers.
        string[] good = ["2100", "2400", "3100", "3300", "3500", "3600", "3800", "4100", "4300", "4400", "4500"];
        Assert.Equal(good, good.Where(g => told.Contains($"{g} good")));
        // Bad by the file's notes: not closed, crossing rings, listed twice, of no area, across the date line.
        string[] bad = ["2200", "2500", "2600", "3200", "5500", "6100"];
        Assert.Equal(bad, bad.Where(b => !told.Contains($"{b} good")));
    }
}
