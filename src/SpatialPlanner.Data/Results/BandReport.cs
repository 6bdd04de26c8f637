using SpatialPlanner.Data.Districts;

namespace SpatialPlanner.Data.Results;

/// <summary>A band of an isochrone as the API and the command line write it: numbers rounded, buildings by id.</summary>
/// <param name="BandM">The limit in metres.</param>
/// <param name="BandS">The limit in seconds.</param>
/// <param name="AreaM2">Area of the polygon; null where streets are drawn.</param>
/// <param name="CoveredBuildings">Buildings within the limit.</param>
/// <param name="CoveredPeople">People in them.</param>
/// <param name="CoveredOutside">Buildings within the limit that lie outside the polygon; null where streets are drawn.</param>
/// <param name="UncoveredInside">Buildings beyond the limit that lie inside the polygon; null where streets are drawn.</param>
/// <param name="Circle">A circle with the limit as radius.</param>
public sealed record BandReport(
    double BandM, double BandS, double? AreaM2, int CoveredBuildings, long CoveredPeople,
    ListedBuildings? CoveredOutside, ListedBuildings? UncoveredInside, CircleReport Circle)
{
    /// <summary>Writes up a band.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="band">The band.</param>
    public static BandReport Of(LoadedDistrict loaded, IsochroneBand band) => new(
        Math.Round(band.LimitM, 3), Math.Round(band.LimitS, 3),
        band.AreaM2 is { } area ? Math.Round(area, 1) : null, band.CoveredBuildings, band.CoveredPeople,
        band.Polygon is { } outside ? ListedBuildings.Of(loaded, outside.CoveredOutside) : null,
        band.Polygon is { } inside ? ListedBuildings.Of(loaded, inside.UncoveredInside) : null,
        new CircleReport(
            Math.Round(band.Circle.AreaM2, 1), band.CircleRatio is { } ratio ? Math.Round(ratio, 3) : null,
            ListedBuildings.Of(loaded, band.Circle.Uncovered), ListedBuildings.Of(loaded, band.Circle.Missed)));
}

/// <summary>Some buildings, in key order, and the people in them.</summary>
/// <param name="Buildings">How many.</param>
/// <param name="People">People in them.</param>
/// <param name="Ids">Their ids.</param>
public sealed record ListedBuildings(int Buildings, long People, IReadOnlyList<string> Ids)
{
    /// <summary>Lists buildings.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="buildings">The buildings, rising.</param>
    public static ListedBuildings Of(LoadedDistrict loaded, int[] buildings) => new(
        buildings.Length, IsochroneLayer.People(loaded, buildings),
        [.. buildings.Select(b => loaded.District.Buildings.Id[b])]);
}

/// <summary>What a circle with the limit as radius gets wrong.</summary>
/// <param name="AreaM2">Area of the circle, or of the circles of several places together.</param>
/// <param name="Ratio">How many times as large as the polygon; null where streets are drawn.</param>
/// <param name="Wrong">Buildings inside whose walk is beyond the limit.</param>
/// <param name="Missed">Buildings outside whose walk is within the limit.</param>
public sealed record CircleReport(double AreaM2, double? Ratio, ListedBuildings Wrong, ListedBuildings Missed);
