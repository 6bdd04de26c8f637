using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;

namespace SpatialPlanner.Data.Sample;

/// <summary>Turns metres around the middle of the district into degrees of seven decimals (a centimetre).</summary>
internal sealed class GeoFrame(SampleRecipe recipe)
{
    private const double ProbeDegrees = 0.01;
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly double _metresPerDegreeLon = Geodesy.SegmentMetres(
        recipe.CentreLonDegrees, recipe.CentreLatDegrees, recipe.CentreLonDegrees + ProbeDegrees,
        recipe.CentreLatDegrees) / ProbeDegrees;

    private readonly double _metresPerDegreeLat = Geodesy.SegmentMetres(
        recipe.CentreLonDegrees, recipe.CentreLatDegrees, recipe.CentreLonDegrees,
        recipe.CentreLatDegrees + ProbeDegrees) / ProbeDegrees;

    public Coordinate Coordinate(Vec p) => new(
        Math.Round(recipe.CentreLonDegrees + (p.X / _metresPerDegreeLon), 7),
        Math.Round(recipe.CentreLatDegrees + (p.Y / _metresPerDegreeLat), 7));

    public Point Point(Vec p) => Factory.CreatePoint(Coordinate(p));

    public Polygon Polygon(IEnumerable<Vec> outline, IEnumerable<Vec> hole) =>
        Factory.CreatePolygon(Polygon(outline).Shell, [Polygon(hole).Shell]);

    public Polygon Polygon(IEnumerable<Vec> ring)
    {
        var shell = new List<Coordinate>();
        foreach (var c in ring.Select(Coordinate))
        {
            if (shell.Count == 0 || !shell[^1].Equals2D(c))
            {
                shell.Add(c);
            }
        }

        shell.Add(shell[0].Copy());
        return Factory.CreatePolygon([.. shell]);
    }

    public static LineString Line(params Coordinate[] points) => Factory.CreateLineString(points);
}
