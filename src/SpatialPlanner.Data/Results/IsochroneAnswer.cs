using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Isochrones;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Work;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results;

/// <summary>
/// From where some places are reached within rising limits: the drawing, and the count by building that it is a drawing
/// of. One search gives both.
/// </summary>
/// <param name="Layer">The result layer <c>isochrone</c>.</param>
/// <param name="Bands">A band for each limit, rising.</param>
/// <param name="Walks">Walk of each building to the nearest of the places, within the largest limit.</param>
public sealed record IsochroneAnswer(PublishedLayer Layer, IReadOnlyList<IsochroneBand> Bands, NearestFacility Walks)
{
    /// <summary>Answers.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="places">The places.</param>
    /// <param name="limits">Limits, all in metres or all in minutes, rising.</param>
    /// <param name="walker">The walker.</param>
    /// <param name="method">How it is drawn.</param>
    /// <param name="scratch">Scratch of the network, or null for a new one.</param>
    public static IsochroneAnswer Find(
        LoadedDistrict loaded, IsochronePlaces places, IReadOnlyList<CoverageLimit> limits, WalkerProfile walker,
        IsochroneMethod method, ShortestPathSearch? scratch = null)
    {
        var network = loaded.District.Network;
        // As in coverage people walk to the places, so the search from them goes against the way.
        var costs = (limits[0].IsDistance ? network.DistanceCosts : network.TimeCosts(walker.Pace)).Reversed;
        int[] limitsMm = [.. limits.Select(l => l.CostMm(walker.SpeedMmPerS))];
        int[] points = [.. Enumerable.Range(0, places.Links.PointCount)];
        var search = scratch ?? new ShortestPathSearch(network);
        var searched = method == IsochroneMethod.Contour ? ContourPolygons.WithOneBeyond(limitsMm) : limitsMm;
        var reached = ReachedEdges.Find(network, costs, places.Links, points, searched, search);
        var (walks, shapes) = ((NearestFacility?)null, (Geometry[]?)null);
        Parallel.Invoke(
            () => walks = NearestFacility.Arrive(
                network, costs, places.Links, points, loaded.District.BuildingLinks, limitsMm[^1], search),
            () => shapes = Draw(loaded.District, reached, limitsMm, method));
        var (drawn, bands) = (shapes is null ? null : new Geometry[limits.Count], new IsochroneBand[limits.Count]);
        Workers.Run(
            limits.Count, Environment.ProcessorCount, () => loaded, (d, b) =>
            {
                var polygon = shapes is null ? null : drawn![b] = d.Projection.ToLonLat(shapes[b]);
                bands[b] = Band(d, places, walks!, limits[b], walker.SpeedMmPerS, shapes?[b].Area, polygon);
            },
            CancellationToken.None);
        var layer = drawn is null
            ? IsochroneLayer.OfStreets(loaded, reached, bands, walker.SpeedMmPerS)
            : IsochroneLayer.OfPolygons(loaded, drawn, bands);
        return new IsochroneAnswer(layer, bands, walks!);
    }

    private static Geometry[]? Draw(District district, ReachedEdges reached, int[] limitsMm, IsochroneMethod method)
    {
        var threads = Environment.ProcessorCount;
        return method switch
        {
            IsochroneMethod.Corridor => CorridorPolygons.Draw(district.Network, reached, limitsMm.Length, threads),
            IsochroneMethod.Contour =>
                ContourPolygons.Draw(district.Network, reached, limitsMm, district.PlaceLinker, threads),
            _ => null,
        };
    }

    private static IsochroneBand Band(
        LoadedDistrict loaded, IsochronePlaces places, NearestFacility walks, CoverageLimit limit, int speedMmPerS,
        double? areaM2, Geometry? drawn)
    {
        var (buildings, limitMm) = (loaded.District.Buildings, limit.CostMm(speedMmPerS));
        var (covered, people) = (0, 0L);
        for (var b = 0; b < walks.CostMm.Length; b++)
        {
            if (walks.CostMm[b] <= limitMm)
            {
                covered++;
                people += buildings.People[0][b];
            }
        }

        var (lon, lat) = loaded.BuildingPoints;
        var certificate = drawn is null ? null : AreaCertificate.Of(drawn, lon, lat, walks.CostMm, limitMm);
        var circle = CircleComparison.Of(
            [.. places.Points], limit.Metres(speedMmPerS), buildings.X, buildings.Y, walks.CostMm, limitMm);
        return new IsochroneBand(
            limit, limit.Metres(speedMmPerS), limit.Seconds(speedMmPerS), covered, people, areaM2, certificate, circle);
    }
}
