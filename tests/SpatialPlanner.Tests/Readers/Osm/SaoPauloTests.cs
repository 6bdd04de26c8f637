using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Readers.Osm;

/// <summary>
/// Walks in the centre of São Paulo beside a table that others made with other software, between the same nodes.
/// docs/validation.md tells the figures.
/// </summary>
public sealed class SaoPauloTests
{
    // Below it are differences of how a length is measured and of where ways are cut; more would be another route.
    private const double SameRouteM = 10;

    private static readonly Lazy<SaoPaulo> City = new(() => new SaoPaulo());

    // Here our walk is shorter, since it uses what the table's network lacks. Without way/237048448 and way/35797467, trunk
    // roads with sidewalk=right, our walks are as long as the table's within 3 m for all but the last two.
    private static readonly string[] ShorterToSchool =
        ["89a8100c60fffff", "89a8100c677ffff", "89a8100c667ffff", "89a8100c62bffff", "89a8100c62fffff"];

    // The same but for the first of that list, then: the outline of the paved area way/72614014, and a passage through the
    // underground station Anhangabaú (way/344431666, way/344431662).
    private static readonly string[] ShorterToHealthCare =
        ["89a8100c677ffff", "89a8100c667ffff", "89a8100c62bffff", "89a8100c62fffff", "89a8100c56bffff", "89a8100c143ffff"];

    [SharedDataFact]
    public void FromNodeToNodeTheNearestSchoolIsAsFarAsInTheTable() =>
        AssertSame(h => h.HasSchool, h => h.SchoolM, ShorterToSchool);

    [SharedDataFact]
    public void FromNodeToNodeTheNearestHealthCareIsAsFarAsInTheTable() =>
        AssertSame(h => h.HasHealthCare, h => h.HealthCareM, ShorterToHealthCare);

    [SharedDataFact]
    public void FromHexagonToSchoolTheLegsAccountForAllOfTheDifference() =>
        AssertLegsAllow(h => h.HasSchool, h => h.SchoolM, ShorterToSchool);

    [SharedDataFact]
    public void FromHexagonToHealthCareTheLegsAccountForAllOfTheDifference() =>
        AssertLegsAllow(h => h.HasHealthCare, h => h.HealthCareM, ShorterToHealthCare);

    private static void AssertSame(
        Func<SaoPaulo.Hexagon, bool> isDestination, Func<SaoPaulo.Hexagon, double?> tableM, string[] shorter)
    {
        var ours = City.Value.Nearest(h => h.Node, isDestination);
        var compared = City.Value.Hexagons.Where(h => tableM(h) is not null).ToList();
        Assert.Equal(323, compared.Count);

        Assert.Equal(
            shorter.Order(StringComparer.Ordinal),
            compared.Where(h => ours[h.Id].Metres < tableM(h) - SameRouteM).Select(h => h.Id).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(compared, h => ours[h.Id].Metres > tableM(h) + SameRouteM);
    }

    // Our walks begin and end at the middle of a hexagon, the table's at its node: the difference is at most the way between
    // the two, at both ends.
    private static void AssertLegsAllow(
        Func<SaoPaulo.Hexagon, bool> isDestination, Func<SaoPaulo.Hexagon, double?> tableM, string[] shorter)
    {
        var (legs, ours) = (City.Value.Legs(), City.Value.Nearest(h => h.Centre, isDestination));
        var nodes = City.Value.Nearest(h => h.Node, isDestination);
        var compared = 0;
        foreach (var hexagon in City.Value.Hexagons.Where(h => legs.ContainsKey(h.Id) && legs.ContainsKey(nodes[h.Id].To)))
        {
            var (here, table, leg) = (ours[hexagon.Id], tableM(hexagon)!.Value, legs[hexagon.Id]);
            Assert.True(here.Metres <= leg + table + legs[nodes[hexagon.Id].To] + SameRouteM, hexagon.Id);
            Assert.True(
                shorter.Contains(hexagon.Id) || table <= leg + here.Metres + legs[here.To] + SameRouteM, hexagon.Id);
            compared++;
        }

        // The rest have a centre farther than 100 m from any street, or their destination has.
        Assert.InRange(compared, 290, 323);
    }
}
