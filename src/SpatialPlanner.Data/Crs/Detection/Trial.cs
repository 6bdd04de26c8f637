namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>A hypothesis with what was seen of it.</summary>
/// <param name="Hypothesis">The hypothesis.</param>
/// <param name="ShareInArea">Share of the features within the extent of the place; null where none is known.</param>
/// <param name="Fit">How the layer lies among the streets; null where it was not or could not be compared.</param>
/// <param name="Middle">Where it puts the middle of the first feature, WGS 84.</param>
internal sealed record Trial(Hypothesis Hypothesis, double? ShareInArea, StreetFit? Fit, (double Lon, double Lat) Middle)
{
    // Streets a little beyond the extent of what is stored are still the place.
    private const double RimDegrees = 0.004;
    private const double LeastShareInArea = 0.1;
    private const int MostFeatures = 300;
    private const double BesideDegrees = 0.05;

    /// <summary>The system.</summary>
    public CoordinateSystem System => Hypothesis.System;

    /// <summary>True where a good part of the layer lies in the place.</summary>
    public bool IsInArea => ShareInArea >= LeastShareInArea;

    /// <summary>How distinct it is among the streets; 0 where it could not be compared.</summary>
    public double Distinctness => Fit?.Distinctness ?? 0;

    /// <summary>True where another trial puts the layer within a few kilometres of here: zones apart are much farther.</summary>
    public bool IsBeside(Trial other) =>
        Math.Abs(Middle.Lon - other.Middle.Lon) < BesideDegrees && Math.Abs(Middle.Lat - other.Middle.Lat) < BesideDegrees;

    /// <summary>Tries a hypothesis.</summary>
    public static Trial Of(Hypothesis hypothesis, LayerSample sample, StreetReference? streets, CancellationToken cancel)
    {
        var middle = hypothesis.System.ToWgs84(sample.Shapes[0].Middle.X, sample.Shapes[0].Middle.Y);
        if (streets is null || streets.Extent.IsNull)
        {
            return new(hypothesis, null, null, middle);
        }

        var trial = new Trial(hypothesis, InArea(hypothesis.System, sample, streets), null, middle);
        if (!trial.IsInArea || streets.StreetCount == 0)
        {
            return trial;
        }

        var placed = sample.Shapes.Select(s => PlacedShape.Of(s, hypothesis.System, streets)).OfType<PlacedShape>().ToList();
        return trial with
        {
            Fit = StreetFit.Of(placed, streets, cancel),
        };
    }

    private static double InArea(CoordinateSystem system, LayerSample sample, StreetReference streets)
    {
        var area = streets.Extent.Copy();
        area.ExpandBy(RimDegrees);
        var count = Math.Min(sample.Count, MostFeatures);
        var inside = Enumerable.Range(0, count).Count(i =>
        {
            var middle = sample.Shapes[(int)((long)i * sample.Count / count)].Middle;
            var (lon, lat) = system.ToWgs84(middle.X, middle.Y);
            return area.Contains(lon, lat);
        });
        return (double)inside / count;
    }
}
