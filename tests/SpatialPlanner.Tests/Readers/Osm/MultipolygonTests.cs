using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Readers.Osm;
using SpatialPlanner.Data.Readers.Osm.Polygons;
using SpatialPlanner.Data.Readers.Osm.Store;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

/// <summary>The public multipolygon test cases; what a case is stands in the tag <c>note</c> of its relation.</summary>
public sealed class MultipolygonTests
{
    private static readonly Lazy<OsmData> Data = new(() =>
    {
        var path = SharedData.Path("osm-edge-cases", "multipolygon_testcases.osm");
        return OsmReader.Load(path, new OsmProblems(path), null, default);
    });

    // What is drawn rightly: number of polygons and of holes. Holes that share a line are one hole; a hole along the outline
    // is none, the outline has a notch; outers that share a line are one polygon.
    private static readonly (string Case, int Polygons, int Holes)[] Good =
    [
        ("2100", 1, 0), // plain
        ("2400", 1, 0), // tagged as boundary
        ("2700", 2, 0), // two outers touch in a point that is no common node
        ("2800", 1, 0), // two outers touch in a line
        ("3100", 1, 1), // hole
        ("3300", 2, 1), // polygon in a hole
        ("3400", 1, 0), // hole that touches the outline
        ("3500", 1, 1), // roles mixed up: they are not trusted
        ("3600", 1, 1), // touching inners
        ("3700", 2, 2), // touching holes in a polygon in a hole
        ("3800", 1, 1), // the common way of two inners is listed twice
        ("4100", 1, 2), // rings of several ways
        ("4200", 4, 0), // flower
        ("4300", 6, 0), // several outers
        ("4400", 2, 0), // drawn clockwise and counter-clockwise
        ("4500", 1, 1), // several touching inners
        ("4600", 3, 0), // hole that touches the outline three times cuts it
        ("4700", 3, 0), // three outers that touch in nodes
        ("4800", 2, 1), // two inners that touch in two places have an island between them
        ("5200", 1, 0), // the ring's ends are two nodes on one spot: taken as closed, which is what is seen
        ("5700", 1, 1), // hole that touches the outline in a point
    ];

    // What is wrong and has an area all the same: rings that cross count by even and odd, loose ends are left off.
    private static readonly (string Case, int Polygons, string Flaw)[] Repaired =
    [
        ("2200", 2, "the outline crosses itself"), ("2300", 2, "the outline crosses itself"),
        ("2600", 1, "member ways are listed twice"), ("3200", 2, "its rings cross each other"),
        ("5100", 1, "the outline is not closed"), ("5300", 1, "the outline is not closed"),
        ("5600", 1, "the outline is not closed"),
    ];

    // What encloses nothing that could be said for sure. A district does not reach across the 180th meridian (6100).
    private static readonly (string Case, string Flaw)[] Rejected =
    [
        ("2500", "the outline is not closed"), ("5400", "the outline is not closed"), ("5500", "it encloses no area"),
        ("6100", "the outline crosses the 180th meridian"),
    ];

    [SharedDataFact]
    public void GoodCasesGiveTheirPolygonsAndHoles() => Assert.All(Good, c =>
    {
        var (geometry, flaw, _) = AreaOf(c.Case);
        Assert.Null(flaw);
        Assert.True(geometry!.IsValid);
        Assert.Equal((c.Polygons, c.Holes), (geometry.NumGeometries, HolesOf(geometry)));
    });

    [SharedDataFact]
    public void FaultyCasesAreRepairedAndTheFaultIsTold() => Assert.All(Repaired, c =>
    {
        var (geometry, flaw, _) = AreaOf(c.Case);
        Assert.True(geometry!.IsValid);
        Assert.Equal(c.Polygons, geometry.NumGeometries);
        Assert.StartsWith(c.Flaw, flaw!.En, StringComparison.Ordinal);
    });

    [SharedDataFact]
    public void HopelessCasesAreRejectedWithAReason() => Assert.All(Rejected, c =>
    {
        var (geometry, flaw, _) = AreaOf(c.Case);
        Assert.Null(geometry);
        Assert.StartsWith(c.Flaw, flaw!.En, StringComparison.Ordinal);
    });

    [SharedDataFact]
    public void EveryCaseOfTheFileIsLookedAt() => Assert.Equal(
        Enumerable.Range(0, Data.Value.RelationCount).Select(r => Data.Value.TagsOfRelation(r)["testcase"]).Order(),
        Good.Select(c => c.Case).Concat(Repaired.Select(c => c.Case)).Concat(Rejected.Select(c => c.Case)).Order());

    private static AreaResult AreaOf(string testCase)
    {
        var relation = Enumerable.Range(0, Data.Value.RelationCount)
            .Single(r => Data.Value.TagsOfRelation(r)["testcase"] == testCase);
        return new AreaBuilder(Data.Value).OfRelation(relation);
    }

    private static int HolesOf(Geometry geometry) =>
        Enumerable.Range(0, geometry.NumGeometries).Sum(i => ((Polygon)geometry.GetGeometryN(i)).NumInteriorRings);
}
