using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Patches;

namespace SpatialPlanner.Tests.Engine;

public class PatchOutlineTests
{
    private static Geometry Box(double west, double south, double east, double north) =>
        new GeometryFactory().ToGeometry(new Envelope(west, east, south, north));

    // Two blocks of 100 x 20 m that face each other over 30 m: the ground between them belongs to the patch. So it holds
    // 100 x 70 = 7,000 m² and lies within the 126 x 96 m that are 7 m and the diagonal of a cell wider.
    [Fact]
    public void TheGroundBetweenTwoRowsBelongsToThePatch()
    {
        var patch = PatchOutline.Of([Box(0, 0, 100, 20), Box(0, 50, 100, 70)], 80);
        Assert.IsType<Polygon>(patch);
        Assert.True(patch.Covers(Box(0, 0, 100, 70)));
        Assert.True(Box(-13, -13, 113, 83).Covers(patch));
    }

    // A point becomes a disc of 7 m, drawn with cells of 4 m.
    [Fact]
    public void APlaceWithoutOutlineIsADisc()
    {
        var disc = PatchOutline.Of([new Point(3, 4)], 80);
        Assert.True(disc.Covers(Box(2, 3, 4, 5)));
        Assert.True(Box(-10, -9, 16, 17).Covers(disc));
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

    // Its middle is farther from the walls than half a gap.
    [Fact]
    public void AHallIsFilled()
    {
        var patch = (Polygon)PatchOutline.Of([Box(0, 0, 400, 300)], 80);
        Assert.Equal(0, patch.NumInteriorRings);
        Assert.True(patch.Covers(Box(0, 0, 400, 300)));
    }

    // 5 km of homes: the raster is coarser, the polygon a little wider.
    [Fact]
    public void ALargePatchHoldsItsHomesToo()
    {
        Geometry[] homes = [.. Enumerable.Range(0, 5000).Select(i => Box(i % 70 * 70, i / 70 * 70, (i % 70 * 70) + 12, (i / 70 * 70) + 9))];
        var patch = PatchOutline.Of(homes, 80);
        Assert.True(patch.IsValid);
        Assert.All(homes, h => Assert.True(patch.Covers(h)));
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
        var around = new Envelope();
        Array.ForEach(houses, h => around.ExpandToInclude(h.EnvelopeInternal));
        around.ExpandBy(13);
        Assert.True(around.Contains(patch.EnvelopeInternal));
        Assert.All(houses, h => Assert.True(patch.Covers(h)));
    }
}
