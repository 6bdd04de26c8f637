using SpatialPlanner.Engine.Isochrones;
using SpatialPlanner.Engine.Patches;

namespace SpatialPlanner.Tests.Engine;

public class GroundDepthTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheDepthIsTheDistanceToTheNearestVertexThatIsNoGround(int seed)
    {
        var random = new Random(seed);
        var grid = FieldGrid.Around((0, 0, random.Next(40, 120), random.Next(40, 120)), 8, 4, 4, 10_000);
        var share = random.Next(2, 40);
        var ground = new bool[grid.Count];
        for (var v = 0; v < ground.Length; v++)
        {
            ground[v] = v >= grid.Columns && random.Next(share) > 0;
        }

        var depth = new GroundDepth(grid, ground);
        for (var v = 0; v < ground.Length; v++)
        {
            var nearest = Enumerable.Range(0, ground.Length).Where(o => !ground[o]).Min(o =>
                Math.Pow((o % grid.Columns) - (v % grid.Columns), 2) + Math.Pow((o / grid.Columns) - (v / grid.Columns), 2));
            Assert.Equal(4 * Math.Sqrt(nearest), depth.Metres(v), 3);
        }
    }
}
