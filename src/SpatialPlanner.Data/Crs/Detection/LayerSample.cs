using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>Some features of a layer in the coordinates of its file, as they are tried in several coordinate systems.</summary>
public sealed class LayerSample
{
    // More features tell nothing new and take time; they are taken evenly from all that are given.
    private const int MostFeatures = 5000;

    private LayerSample(List<SampleShape> shapes) => Shapes = shapes;

    /// <summary>Number of features.</summary>
    public int Count => Shapes.Count;

    /// <summary>The features.</summary>
    internal IReadOnlyList<SampleShape> Shapes { get; }

    /// <summary>The sample of a layer.</summary>
    /// <param name="geometries">Features as in the file; null, empty and not finite ones are left out.</param>
    public static LayerSample Of(IEnumerable<Geometry?> geometries)
    {
        var all = geometries.Where(g => g is { IsEmpty: false }).ToList();
        var count = Math.Min(all.Count, MostFeatures);
        var shapes = Enumerable.Range(0, count).Select(i => SampleShape.Of(all[(int)((long)i * all.Count / count)]!));
        return new([.. shapes.Where(s => s.IsFinite)]);
    }
}
