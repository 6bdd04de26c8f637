using NetTopologySuite.Algorithm;
using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using NetTopologySuite.Operation.Valid;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers;

/// <summary>Brings a geometry into the form that a layer holds, saying what it changed.</summary>
internal static class GeometryFit
{
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

    // Most buildings are small and convex or nearly so. A ring that always turns the same way and goes round once
    // cannot cross itself; the full test costs ten times as much.
    private static bool IsPlainlyValid(Geometry geometry)
    {
        if (geometry is not Polygon { NumInteriorRings: 0 } polygon)
        {
            return false;
        }

        var p = polygon.Shell.CoordinateSequence;
        var n = p.Count - 1;
        if (n is < 3 or > 8)
        {
            return false;
        }

        var (turn, turns) = (0, 0);
        var previousSign = 0;
        for (var i = 0; i < n; i++)
        {
            var (a, b, c) = (p.GetCoordinate(i), p.GetCoordinate((i + 1) % n), p.GetCoordinate((i + 2) % n));
            var side = (int)Orientation.Index(a, b, c);
            if (side == 0 || (turn != 0 && side != turn))
            {
                return false;
            }

            turn = side;
            var sign = Math.Sign(b.X - a.X);
            turns += sign != 0 && previousSign != 0 && sign != previousSign ? 1 : 0;
            previousSign = sign == 0 ? previousSign : sign;
        }

        // Going round once changes the direction in x twice; the change across the start may go unseen.
        return turns <= 2;
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
