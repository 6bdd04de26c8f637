using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Prepared;
using NetTopologySuite.Index.Strtree;

namespace SpatialPlanner.Data.Districts;

/// <summary>Finds the area that holds a point; on a shared border or an overlap the first one.</summary>
internal sealed class AreaFinder
{
    /// <summary>No area holds the point.</summary>
    public const int None = -1;

    private readonly IPreparedGeometry?[] shapes;
    private readonly STRtree<int> tree = new();

    public AreaFinder(IReadOnlyList<Area> areas)
    {
        shapes = new IPreparedGeometry?[areas.Count];
        for (var a = 0; a < shapes.Length; a++)
        {
            if (areas[a].Shape is { IsEmpty: false } shape)
            {
                shapes[a] = PreparedGeometryFactory.Prepare(shape);
                tree.Insert(shape.EnvelopeInternal, a);
            }
        }

        tree.Build();
    }

    public int At(Coordinate lonLat)
    {
        var point = new Point(lonLat);
        var found = int.MaxValue;
        foreach (var a in tree.Query(point.EnvelopeInternal))
        {
            if (a < found && shapes[a]!.Covers(point))
            {
                found = a;
            }
        }

        return found == int.MaxValue ? None : found;
    }
}
