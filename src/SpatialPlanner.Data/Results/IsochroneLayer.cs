using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Isochrones;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results;

/// <summary>How an isochrone is drawn.</summary>
public enum IsochroneMethod
{
    /// <summary>The reached stretches of streets, cut exactly where a limit ends.</summary>
    Edges,

    /// <summary>One polygon a limit: a strip along the reached streets.</summary>
    Corridor,
}

/// <summary>The result layer <c>isochrone</c>: what is reached from some places within rising limits.</summary>
public static class IsochroneLayer
{
    /// <summary>Makes the layer. Corridors come largest first, so that the smaller ones are drawn on top.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="links">Links of the places.</param>
    /// <param name="limits">Limits, all in metres or all in minutes, rising.</param>
    /// <param name="walker">The walker.</param>
    /// <param name="method">How it is drawn.</param>
    public static PublishedLayer Make(
        LoadedDistrict loaded, Linkage links, IReadOnlyList<CoverageLimit> limits, WalkerProfile walker,
        IsochroneMethod method)
    {
        var network = loaded.District.Network;
        var costs = limits[0].IsDistance ? WalkCosts.Distance(network) : WalkCosts.Time(network, walker.Pace);
        int[] limitsMm = [.. limits.Select(l => l.CostMm(walker.SpeedMmPerS))];
        int[] points = [.. Enumerable.Range(0, links.PointCount)];
        var reached = ReachedEdges.Find(network, costs, links, points, limitsMm, new ShortestPathSearch(network));
        var (type, shapes) = method == IsochroneMethod.Edges
            ? (LayerGeometry.Line, Edges(network, reached, limits.Count))
            : (LayerGeometry.Polygon, Corridors(network, reached, limits.Count));
        var rows = shapes
            .Where(s => !s.Shape.IsEmpty)
            .Select((s, i) => new LayerRow(loaded.Projection.ToLonLat(s.Shape),
                [$"{i + 1}", limits[s.Band].Metres(walker.SpeedMmPerS), limits[s.Band].Seconds(walker.SpeedMmPerS)]))
            .ToList();
        return new PublishedLayer("isochrone", new("等时圈", "Isochrone"), type,
            [new("id", ColumnType.Text), new("band_m", ColumnType.Real), new("band_s", ColumnType.Real)], rows, true);
    }

    private static IEnumerable<(int Band, Geometry Shape)> Edges(WalkNetwork network, ReachedEdges reached, int bands) =>
        Enumerable.Range(0, bands).SelectMany(band =>
            CorridorPolygons.Lines(new GeometryFactory(), network, reached, band).Select(l => (band, (Geometry)l)));

    private static IEnumerable<(int Band, Geometry Shape)> Corridors(
        WalkNetwork network, ReachedEdges reached, int bands) =>
        CorridorPolygons.Draw(network, reached, bands).Select((shape, band) => (band, shape)).Reverse();
}
