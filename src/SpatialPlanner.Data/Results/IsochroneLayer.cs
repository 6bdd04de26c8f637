using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Isochrones;

namespace SpatialPlanner.Data.Results;

/// <summary>
/// The result layers <c>isochrone</c> (what is reached from some places within rising limits) and
/// <c>isochrone_certificate</c> (the buildings that its polygons show on the wrong side).
/// </summary>
public static class IsochroneLayer
{
    private static readonly LayerColumn[] BandColumns =
        [new("id", ColumnType.Text), new("band_m", ColumnType.Real), new("band_s", ColumnType.Real)];

    private static readonly LayerColumn[] StretchColumns =
    [
        .. BandColumns, new("from_m", ColumnType.Real), new("to_m", ColumnType.Real), new("from_s", ColumnType.Real),
        new("to_s", ColumnType.Real),
    ];

    private static readonly LayerColumn[] AreaColumns =
    [
        .. BandColumns, new("area_m2", ColumnType.Real), new("covered_buildings", ColumnType.Whole),
        new("covered_people", ColumnType.Whole), new("covered_outside", ColumnType.Whole),
        new("covered_outside_people", ColumnType.Whole), new("uncovered_inside", ColumnType.Whole),
        new("uncovered_inside_people", ColumnType.Whole), new("circle_area_m2", ColumnType.Real),
        new("circle_ratio", ColumnType.Real), new("circle_buildings_wrong", ColumnType.Whole),
        new("circle_people_wrong", ColumnType.Whole), new("circle_people_missed", ColumnType.Whole),
    ];

    private static readonly LayerColumn[] CertificateColumns =
    [
        new("id", ColumnType.Text), new("building", ColumnType.Text), new("band_m", ColumnType.Real),
        new("band_s", ColumnType.Real), new("side", ColumnType.Text, ["covered_outside", "uncovered_inside"]),
        new("people", ColumnType.Whole),
    ];

    /// <summary>Draws the reached stretches; cost where each begins and ends, as metres and as seconds.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="reached">The stretches.</param>
    /// <param name="bands">The bands.</param>
    /// <param name="speedMmPerS">Walking speed, millimetres a second.</param>
    internal static PublishedLayer OfStreets(
        LoadedDistrict loaded, ReachedEdges reached, IReadOnlyList<IsochroneBand> bands, int speedMmPerS)
    {
        var factory = new GeometryFactory();
        var rows = new List<LayerRow>(reached.Edge.Length);
        foreach (var i in Enumerable.Range(0, reached.Edge.Length).OrderBy(i => reached.Band[i]))
        {
            var line = StretchLines.Of(factory, loaded.District.Network, reached, i);
            var (band, from, to) = (bands[reached.Band[i]], reached.FromCostMm[i], reached.ToCostMm[i]);
            rows.Add(new LayerRow(loaded.Projection.ToLonLat(line),
            [
                $"{rows.Count + 1}", band.LimitM, band.LimitS, from / 1000.0, to / 1000.0,
                Math.Round(from / (double)speedMmPerS, 3), Math.Round(to / (double)speedMmPerS, 3),
            ]));
        }

        return new PublishedLayer(
            "isochrone", new("等时圈", "Isochrone"), LayerGeometry.Line, StretchColumns, rows, true);
    }

    /// <summary>Draws a polygon a band, the largest first, so that the smaller ones are drawn on top.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="drawn">Polygon of each band, longitude/latitude.</param>
    /// <param name="bands">The bands.</param>
    internal static PublishedLayer OfPolygons(
        LoadedDistrict loaded, IReadOnlyList<Geometry> drawn, IReadOnlyList<IsochroneBand> bands)
    {
        var rows = new List<LayerRow>();
        for (var b = bands.Count - 1; b >= 0; b--)
        {
            if (!drawn[b].IsEmpty)
            {
                rows.Add(new LayerRow(drawn[b], [$"{rows.Count + 1}", .. AreaValues(loaded, bands[b])]));
            }
        }

        return new PublishedLayer(
            "isochrone", new("等时圈", "Isochrone"), LayerGeometry.Polygon, AreaColumns, rows, true);
    }

    /// <summary>The buildings that the polygons show on the wrong side, as points to look at on the map.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="bands">The bands.</param>
    public static PublishedLayer Certificate(LoadedDistrict loaded, IReadOnlyList<IsochroneBand> bands)
    {
        var (buildings, (lon, lat)) = (loaded.District.Buildings, loaded.BuildingPoints);
        var rows = new List<LayerRow>();
        foreach (var band in bands)
        {
            void Add(string side, int[] listed)
            {
                foreach (var b in listed)
                {
                    rows.Add(new LayerRow(new Point(lon[b], lat[b]),
                    [
                        $"{rows.Count + 1}", buildings.Id[b], band.LimitM, band.LimitS, side,
                        (long)buildings.People[0][b],
                    ]));
                }
            }

            Add("covered_outside", band.Polygon?.CoveredOutside ?? []);
            Add("uncovered_inside", band.Polygon?.UncoveredInside ?? []);
        }

        return new PublishedLayer(
            "isochrone_certificate", new("等时圈核验", "Isochrone certificate"), LayerGeometry.Point,
            CertificateColumns, rows, true);
    }

    /// <summary>People in some buildings.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="buildings">The buildings.</param>
    public static long People(LoadedDistrict loaded, IEnumerable<int> buildings) =>
        buildings.Sum(b => (long)loaded.District.Buildings.People[0][b]);

    private static object?[] AreaValues(LoadedDistrict loaded, IsochroneBand band) =>
    [
        band.LimitM, band.LimitS, Math.Round(band.AreaM2!.Value, 1), (long)band.CoveredBuildings, band.CoveredPeople,
        (long)band.Polygon!.CoveredOutside.Length, People(loaded, band.Polygon.CoveredOutside),
        (long)band.Polygon.UncoveredInside.Length, People(loaded, band.Polygon.UncoveredInside),
        Math.Round(band.Circle.AreaM2, 1), Math.Round(band.CircleRatio!.Value, 3),
        (long)band.Circle.Uncovered.Length, People(loaded, band.Circle.Uncovered),
        People(loaded, band.Circle.Missed),
    ];
}
