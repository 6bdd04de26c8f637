using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Picks, of one thing drawn in several ways (an area with its label point), the way that a layer holds.</summary>
internal static class GeometryKinds
{
    /// <summary>The parts of the kind that the layer holds, else the collection as it is.</summary>
    public static Geometry Pick(GeometryCollection parts, LayerSchema layer)
    {
        foreach (var dimension in Wanted(layer.Geometry))
        {
            Geometry[] fitting = [.. Flat(parts).Where(g => g.Dimension == dimension)];
            if (fitting.Length > 0)
            {
                return parts.Factory.BuildGeometry(fitting);
            }
        }

        return parts;
    }

    private static Dimension[] Wanted(LayerGeometry kind) => kind switch
    {
        LayerGeometry.Point => [Dimension.Point, Dimension.Surface, Dimension.Curve],
        LayerGeometry.Line => [Dimension.Curve],
        LayerGeometry.Polygon => [Dimension.Surface],
        LayerGeometry.PointOrPolygon => [Dimension.Surface, Dimension.Point],
        _ => [],
    };

    private static IEnumerable<Geometry> Flat(GeometryCollection parts) =>
        parts.Geometries.SelectMany(g => g is GeometryCollection inner ? Flat(inner) : [g]);
}
