using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Noding;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Counts where the outline of an area crosses itself. Mending takes time and memory by their number.</summary>
internal static class Crossings
{
    /// <summary>True where there are more than <paramref name="limit"/>.</summary>
    public static bool MoreThan(Geometry area, int limit)
    {
        var strings = LinearComponentExtracter.GetLines(area)
            .Select(line => (ISegmentString)new BasicSegmentString(line.Coordinates, null)).ToList();
        var counter = new Counter(limit);
        new MCIndexNoder(counter).ComputeNodes(strings);
        return counter.IsDone;
    }

    private sealed class Counter(int limit) : ISegmentIntersector
    {
        private readonly NetTopologySuite.Algorithm.RobustLineIntersector _lines = new();
        private int _count;

        public bool IsDone => _count > limit;

        public void ProcessIntersections(ISegmentString a, int i, ISegmentString b, int j)
        {
            if (IsDone || (ReferenceEquals(a, b) && Math.Abs(i - j) < 2))
            {
                return;
            }

            _lines.ComputeIntersection(
                a.Coordinates[i], a.Coordinates[i + 1], b.Coordinates[j], b.Coordinates[j + 1]);
            _count += _lines.HasIntersection ? 1 : 0;
        }
    }
}
