using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Tests.Support;

/// <summary>Rows of <c>walk_edges</c> drawn in metres, and what is found in them.</summary>
internal static class Streets
{
    public static readonly LocalProjection Plane = new(108.95, 34.25);

    /// <summary>An edge from point to point; its ends join others by their spot unless they name nodes.</summary>
    public static LayerRow Edge(
        string id, (double East, double North)[] points, params (string Column, object? Value)[] values) =>
        Rows.Of(
            WalkEdges, new LineString([.. points.Select(p => At(p.East, p.North))]),
            [("id", id), .. values]);

    /// <summary>Longitude and latitude of a place.</summary>
    public static Coordinate At(double east, double north)
    {
        var (lon, lat) = Plane.ToLonLat(east, north);
        return new Coordinate(lon, lat);
    }

    /// <summary>The faults as text: kind, the two edges, and the gap in whole centimetres where there is one.</summary>
    public static List<string> Faults(params IReadOnlyList<LayerRow> rows) =>
    [
        .. NetworkFaults.Find(rows, Plane).Select(f =>
            $"{FaultNames.Of(f.Kind)} {rows[f.At.Edge].Values[0]}"
            + (f.Other is { } other ? $" {rows[other.Edge].Values[0]}" : string.Empty)
            + (Math.Round(f.GapM * 100) is > 0 and var cm ? $" {cm:F0}" : string.Empty)),
    ];
}
