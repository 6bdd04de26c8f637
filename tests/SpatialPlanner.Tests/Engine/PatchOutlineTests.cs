using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Patches;

namespace SpatialPlanner.Tests.Engine;

public class PatchOutlineTests
{
    private static Geometry Box(double west, double south, double east, double north) =>
        new GeometryFactory().ToGeometry(new Envelope(west, east, south, north));

    // Two blocks of 100 x 20 m that face each other over 30 m: the ground between them belongs to the patch. So it holds
    // 100 x 70 = 7,000 m² and lies within 110 x 80 m less rounded corners of (4 - π) 25 m²: 8,779 m².
    [Fact]
    public void TheGroundBetweenTwoRowsBelongsToThePatch()
    {
        var patch = PatchOutline.Of([Box(0, 0, 100, 20), Box(0, 50, 100, 70)], 80);
        Assert.IsType<Polygon>(patch);
        Assert.True(patch.Covers(Box(0, 0, 100, 70)));
        Assert.True(Box(-5.001, -5.001, 105.001, 75.001).Covers(patch));
        Assert.InRange(patch.Area, 7_000, 8_779);
    }

    // A point becomes a disc of 5 m: 78.5 m². Drawn with few corners it is smaller, and never larger.
    [Fact]
    public void APlaceWithoutOutlineIsADisc()
    {
        var disc = PatchOutline.Of([new Point(3, 4)], 80);
        Assert.InRange(disc.Area, 45, 78.6);
        Assert.True(disc.Covers(Box(0, 1, 6, 7)));
        Assert.True(Box(-2.001, -1.001, 8.001, 9.001).Covers(disc));
    }

    // Blocks around a court of 60 x 60 m and around a square of 400 x 400 m: the first is part of the patch, the second,
    // where other homes may be covered, is not.
    [Theory]
    [InlineData(60, 0)]
    [InlineData(400, 1)]
    public void ACourtIsPartOfThePatchAndASquareIsNot(double inner, int holes)
    {
        var (a, b) = (20, 20 + inner);
        var patch = (Polygon)PatchOutline.Of(
            [Box(0, 0, b + 20, 20), Box(0, b, b + 20, b + 20), Box(0, a, 20, b), Box(b, a, b + 20, b)], 80);
        Assert.Equal(holes, patch.NumInteriorRings);
        Assert.Equal(holes == 0, patch.Covers(new Point(20 + (inner / 2), 20 + (inner / 2))));
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void APatchIsValidAndHoldsEveryHouse(int seed)
    {
        var random = new Random(seed);
        Geometry[] houses = [.. Enumerable.Range(0, random.Next(1, 60)).Select(_ =>
        {
            var (x, y) = (random.NextDouble() * 500, random.NextDouble() * 500);
            return random.Next(5) == 0 ? new Point(x, y) : Box(x, y, x + random.Next(5, 60), y + random.Next(5, 60));
        })];
        var patch = PatchOutline.Of(houses, 80);
        Assert.True(patch.IsValid);
        Assert.False(patch.IsEmpty);
        Assert.All(houses, h => Assert.True(patch.Covers(h)));
    }
}
