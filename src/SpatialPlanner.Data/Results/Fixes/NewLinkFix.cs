using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Fixes;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Data.Results.Fixes;

/// <summary>The shortest new path that brings the building within the limit.</summary>
internal static class NewLinkFix
{
    private static readonly RowReader Read = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, bool> IsBridge = Read.Flag("bridge");
    private static readonly Func<LayerRow, bool> IsTunnel = Read.Flag("tunnel");

    /// <summary>The path, or nothing.</summary>
    public static IEnumerable<Fix> Find(WalkTrial trial)
    {
        var (district, rows) = (trial.District, trial.Loaded.Rows[WorkspaceLayers.WalkEdges]);
        var rowOfEdge = trial.Loaded.RowOfEdge;
        var footprints = trial.Loaded.Footprints;
        (double Lon, double Lat) LonLat(double x, double y) => trial.Loaded.Projection.ToLonLat(x, y);
        var link = NewLink.Find(
            district, trial.Building, district.Facilities.OpenWith(trial.Service), trial.CostsOf(district.Network),
            trial.LimitMm,
            e => e < rowOfEdge.Length && rows[rowOfEdge[e]] is var row && !IsBridge(row) && !IsTunnel(row),
            way => !footprints.AreCrossedBy(LonLat(way.X1, way.Y1), LonLat(way.X2, way.Y2)), trial.Search);
        if (link is null)
        {
            yield break;
        }

        var (from, to) = (PointOf(district.Network, link.From), PointOf(district.Network, link.To));
        var change = new Modification.AddPath([from.X, to.X], [from.Y, to.Y]);
        if (trial.After(change) is var (metres, seconds))
        {
            var (a, b) = (LonLat(from.X, from.Y), LonLat(to.X, to.Y));
            yield return new Fix(
                FixKind.NewLink, change, null, null, new Coordinate(a.Lon, a.Lat), new Coordinate(b.Lon, b.Lat),
                link.GapMm / 1000.0, null, metres, seconds);
        }
    }

    private static (double X, double Y) PointOf(WalkNetwork network, LinkPosition at) =>
        EdgeShape.Between(network.Edges, at.Edge, at.OffsetMm, at.OffsetMm)[0];
}
