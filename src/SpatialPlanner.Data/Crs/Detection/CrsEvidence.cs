namespace SpatialPlanner.Data.Crs.Detection;

/// <summary>How a layer lies in one coordinate system. Null is what could not be measured.</summary>
/// <param name="ShareInArea">Share of the features within the extent of the place, 0 to 1.</param>
/// <param name="Features">Number of features compared with the streets.</param>
/// <param name="ShareCutByStreets">Share of polygons that a street runs through.</param>
/// <param name="ShareCutWhenMoved">The same, average of copies moved by 110 to 290 m: what chance gives.</param>
/// <param name="ShareOnStreet">Share of places (points, points along lines and outlines) within 3 m of a street.</param>
/// <param name="ShareOnStreetWhenMoved">The same of moved copies.</param>
/// <param name="MedianMetresToStreet">Median distance to the nearest street, metres, of features within 60 m of one.</param>
/// <param name="Distinctness">
/// Standard deviations between this place and the moved copies, by the measure that tells most. Below 2.5 is chance, as
/// 99 of 100 wrong places are; from 4.5 on the place is taken, where no other comes near.
/// </param>
public sealed record CrsEvidence(
    double? ShareInArea,
    int Features = 0,
    double? ShareCutByStreets = null,
    double? ShareCutWhenMoved = null,
    double? ShareOnStreet = null,
    double? ShareOnStreetWhenMoved = null,
    double? MedianMetresToStreet = null,
    double? Distinctness = null)
{
    /// <summary>The evidence of a comparison with streets; null where there was none.</summary>
    internal static CrsEvidence Of(double? shareInArea, StreetFit? fit) => fit is null
        ? new(shareInArea)
        : new(
            shareInArea, fit.Features, fit.Cut?.Here, fit.Cut?.Moved, fit.OnStreet.Here, fit.OnStreet.Moved, fit.MedianMetres,
            fit.Distinctness);
}
