using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Brings a geometry into the form that a layer holds, saying what it changed.</summary>
internal static class GeometryFit
{
    private const int MaxPlainPoints = 33;

    // A careless outline has a few. With more, mending takes minutes and what comes out is not what anybody drew.
    private const int MostCrossings = 10_000;

    private static readonly LocalText CheckInGis = new("在 GIS 软件中检查该几何", "check this geometry in a GIS program");

    /// <summary>The geometries for the rows of the layer, or none with the reason.</summary>
    internal readonly record struct Fitted(
        IReadOnlyList<Geometry> Parts, LocalText? Fault = null, LocalText? Repair = null, LocalText? Remedy = null);

    public static Fitted Fit(Geometry geometry, LayerSchema layer) => geometry.IsEmpty
        ? Refuse(new("几何为空", "the geometry is empty"), new("补上坐标或删除该行", "give coordinates or delete the row"))
        : (layer.Geometry, geometry) switch
        {
            (LayerGeometry.Point or LayerGeometry.PointOrPolygon, Point) => new Fitted([geometry]),
            (LayerGeometry.Point or LayerGeometry.PointOrPolygon, MultiPoint { NumGeometries: 1 }) =>
                new Fitted([geometry.GetGeometryN(0)]),
            (LayerGeometry.Point, LineString or MultiLineString or Polygon or MultiPolygon) => AsPoint(geometry),
            (LayerGeometry.Line, LineString) => new Fitted([geometry]),
            (LayerGeometry.Line, MultiLineString lines) => new Fitted(lines.Geometries),
            (LayerGeometry.Polygon or LayerGeometry.PointOrPolygon, Polygon or MultiPolygon) => AsArea(geometry),
            _ => Refuse(
                new($"{geometry.GeometryType} 不适合图层 {layer.Name}", $"a {geometry.GeometryType} does not fit layer {layer.Name}"),
                Wanted(layer)),
        };

    private static Fitted AsPoint(Geometry geometry)
    {
        var inside = geometry.IsValid ? geometry.InteriorPoint : GeometryFixer.Fix(geometry).InteriorPoint;
        return inside.IsEmpty
            ? Refuse(new("几何无法取点", "no point can be taken from the geometry"), CheckInGis)
            : new Fitted(
                [inside], null, new LocalText("以几何内部的一点代替轮廓", "the outline was replaced by a point inside it"),
                new LocalText("如需精确位置，请提供点", "give points where the exact position matters"));
    }

    private static Fitted AsArea(Geometry geometry)
    {
        if (IsPlainlyValid(geometry))
        {
            return new Fitted([geometry]);
        }

        var check = new IsValidOp(geometry);
        if (check.IsValid)
        {
            return new Fitted([geometry]);
        }

        if (Crossings.MoreThan(geometry, MostCrossings))
        {
            return Refuse(
                new($"多边形自相交超过 {MostCrossings} 处，无法修复", $"the polygon crosses itself in over {MostCrossings} places and cannot be mended"),
                CheckInGis);
        }

        var fault = check.ValidationError;
        var areas = PolygonExtracter.GetPolygons(GeometryFixer.Fix(geometry)).Cast<Polygon>().Where(p => p.Area > 0).ToArray();
        var at = FormattableString.Invariant($"{fault.Coordinate.X:0.######}, {fault.Coordinate.Y:0.######}");
        return areas.Length == 0
            ? Refuse(new($"多边形没有面积（{at}）", $"the polygon has no area ({fault.Message} at {at})"), CheckInGis)
            : new Fitted(
                [areas.Length == 1 ? areas[0] : geometry.Factory.CreateMultiPolygon(areas)], null,
                new LocalText($"多边形无效（位于 {at}），已修复", $"the polygon was not valid ({fault.Message} at {at}) and was mended"),
                CheckInGis);
    }

    // Most buildings are one small ring. Testing each pair of sides costs them a tenth of the full test; whatever
    // touches or doubts goes on to that.
    private static bool IsPlainlyValid(Geometry geometry)
    {
        if (geometry is not Polygon { NumInteriorRings: 0 } polygon || polygon.Shell.NumPoints is < 4 or > MaxPlainPoints)
        {
            return false;
        }

        var ring = polygon.Shell.Coordinates;
        var sides = ring.Length - 1;
        for (var i = 0; i < sides; i++)
        {
            if (TurnsBack(ring[i], ring[i + 1], ring[(i + 2) % sides]))
            {
                return false;
            }

            for (var j = i + 2; j < sides - (i == 0 ? 1 : 0); j++)
            {
                if (MayMeet(ring[i], ring[i + 1], ring[j], ring[j + 1]))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool TurnsBack(Coordinate a, Coordinate b, Coordinate c) =>
        Orientation.Index(a, b, c) == OrientationIndex.Collinear
        && ((b.X - a.X) * (c.X - b.X)) + ((b.Y - a.Y) * (c.Y - b.Y)) <= 0;

    private static bool MayMeet(Coordinate a, Coordinate b, Coordinate c, Coordinate d)
    {
        if (Math.Max(a.X, b.X) < Math.Min(c.X, d.X) || Math.Max(c.X, d.X) < Math.Min(a.X, b.X)
            || Math.Max(a.Y, b.Y) < Math.Min(c.Y, d.Y) || Math.Max(c.Y, d.Y) < Math.Min(a.Y, b.Y))
        {
            return false;
        }

        var (ofC, ofD) = ((int)Orientation.Index(a, b, c), (int)Orientation.Index(a, b, d));
        return ofC * ofD <= 0 && (int)Orientation.Index(c, d, a) * (int)Orientation.Index(c, d, b) <= 0;
    }

    private static Fitted Refuse(LocalText what, LocalText remedy) => new([], what, null, remedy);

    private static LocalText Wanted(LayerSchema layer) => layer.Geometry switch
    {
        LayerGeometry.Point => new("该图层需要点", "this layer takes points"),
        LayerGeometry.Line => new("该图层需要线", "this layer takes lines"),
        LayerGeometry.Polygon => new("该图层需要多边形", "this layer takes polygons"),
        _ => new("该图层需要点或多边形", "this layer takes points or polygons"),
    };
}
