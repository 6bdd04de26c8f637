using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Results;

/// <summary>
/// The result layer <c>snap_ledger</c>: how each building and facility came to the network - to which edge, how far,
/// or why not. The line goes from the place to its nearest link.
/// </summary>
public static class SnapLedgerLayer
{
    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new("snap_ledger", new("捕捉台账", "Snap ledger"), LayerGeometry.Line, Contents);

    /// <summary>Farthest edge that is looked for beyond the limit of linking, metres.</summary>
    private const double LookBeyondM = 5000;

    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var loaded = assessment.Loaded;
        var d = loaded.District;
        var rows = new List<LayerRow>(d.Buildings.Count + d.Facilities.Count);
        for (var b = 0; b < d.Buildings.Count; b++)
        {
            rows.Add(Row(loaded, "building", d.Buildings.Id[b], d.Buildings.X[b], d.Buildings.Y[b], d.BuildingLinks, b,
                loaded.Ledger.Buildings[b]));
        }

        for (var f = 0; f < d.Facilities.Count; f++)
        {
            rows.Add(Row(loaded, "facility", d.Facilities.Id[f], d.Facilities.X[f], d.Facilities.Y[f], d.FacilityLinks,
                f, loaded.Ledger.Facilities[f]));
        }

        return (
            [
                new("id", ColumnType.Text), new("of", ColumnType.Text), new("of_id", ColumnType.Text),
                new("outcome", ColumnType.Text), new("edge_id", ColumnType.Text), new("links", ColumnType.Whole),
                new("off_network_m", ColumnType.Real), new("island", ColumnType.Flag),
                new("nearest_edge_m", ColumnType.Real),
            ],
            rows);
    }

    /// <summary>Name of an outcome in tables and keys.</summary>
    /// <param name="outcome">Outcome.</param>
    public static string NameOf(LinkOutcome outcome) => outcome switch
    {
        LinkOutcome.Nearest => "nearest_edge",
        LinkOutcome.InsideCompound => "edge_inside_compound",
        LinkOutcome.ThroughGates => "through_gates",
        LinkOutcome.AtEntrances => "at_entrances",
        LinkOutcome.TooFar => "not_linked_too_far",
        _ => "not_linked_no_open_gate",
    };

    private static LayerRow Row(
        LoadedDistrict loaded, string of, string id, double x, double y, Linkage links, int point, LinkOutcome outcome)
    {
        var (network, projection) = (loaded.District.Network, loaded.Projection);
        var count = links.FirstLink[point + 1] - links.FirstLink[point];
        var here = LonLat(projection, x, y);
        if (count == 0)
        {
            return new LayerRow(
                new LineString([here, here.Copy()]),
                [$"{of}/{id}", of, id, NameOf(outcome), null, 0L, null, null, NearestEdgeM(loaded.District, x, y)]);
        }

        var link = Enumerable.Range(links.FirstLink[point], count).MinBy(k => links.AccessMm[k]);
        var edge = links.Edge[link];
        var (px, py) = EdgeShape.Between(network.Edges, edge, links.OffsetMm[link], links.OffsetMm[link])[0];
        var edgeId = (string)loaded.Rows[WorkspaceLayers.WalkEdges][loaded.RowOfEdge[edge]].Values[0]!;
        return new LayerRow(
            new LineString([here, LonLat(projection, px, py)]),
            [
                $"{of}/{id}", of, id, NameOf(outcome), edgeId, (long)count, links.AccessMm[link] / 1000.0,
                network.ComponentOfEdge[edge] != 0, null,
            ]);
    }

    // For a place that was not linked: how far beyond the limit it is, or that a wall and not the distance keeps it off.
    private static double? NearestEdgeM(District district, double x, double y) =>
        district.PlaceLinker.Nearest(x, y, LookBeyondM, _ => true) is { } edge ? edge.AccessMm / 1000.0 : null;

    private static Coordinate LonLat(Crs.LocalProjection projection, double x, double y)
    {
        var (lon, lat) = projection.ToLonLat(x, y);
        return new Coordinate(lon, lat);
    }
}
