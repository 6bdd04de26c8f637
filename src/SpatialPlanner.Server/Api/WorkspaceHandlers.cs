using NetTopologySuite.Geometries;
using SpatialPlanner.Data;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>GET /api/v1/workspace</c>.</summary>
internal static class WorkspaceHandlers
{
    public static Answer<WorkspaceDocument> Workspace(Snapshot snapshot, PlannerServerOptions options)
    {
        var loaded = snapshot.Loaded;
        var (buildings, pack) = (loaded.District.Buildings, loaded.Pack);
        return new(new WorkspaceDocument(
            loaded.Info.Name, loaded.Info.Synthetic, ProgramInfo.Version, snapshot.Fingerprint, snapshot.LastEdit, Bbox(snapshot.Extent),
            [.. snapshot.Layers.Select(l => LayerDocument.Of(l))], new(pack.Id, pack.Edition, pack.Name),
            [.. pack.Profiles.Select(p => new ProfileDocument(p.Code, p.Name, p.SpeedMmPerS / 1000.0, p.Source, p.StepsShare, p.StepsSource))],
            [.. pack.Crossings.Select(CrossingDocument.Of)],
            [
                .. DemandGroups.All.Select((g, i) => new GroupDocument(
                    g.Code, g.Name, buildings.People[i].Sum(p => (long)p), pack.GroupProfiles.GetValueOrDefault(g.Code))),
            ],
            [.. pack.Services.Select((s, i) => Service(loaded, s, i))],
            new(buildings.People[0].Sum(p => (long)p), buildings.Dwellings.Sum(d => (long)d), buildings.Count),
            new(KindOf(loaded.CommunityKind), loaded.CommunityNote), EstimatedShare(loaded),
            snapshot.RulesProblem is { } problem ? [problem, .. loaded.Warnings] : loaded.Warnings,
            [.. loaded.Imports.Where(i => i.Layer != WorkspaceLayers.Scenarios.Name).Select(Import)], options.BaseMapOrigins));
    }

    private static ServiceDocument Service(LoadedDistrict loaded, ServiceRule rule, int service)
    {
        var (limit, speed) = (
            LoadedDistrict.EngineLimit(rule.Limit), loaded.Pack.FindProfile(rule.Profile)!.SpeedMmPerS);
        return new(
            rule.Code, rule.Name, rule.Limit.Metres, rule.Limit.Minutes, Rounded.Milli(limit.Metres(speed)),
            Rounded.Milli(limit.Seconds(speed)), rule.Profile, rule.Group, rule.Source, rule.Verification,
            loaded.District.Facilities.OpenWith(service).Length, RoomDocument.Of(rule.Room));
    }

    private static ImportDocument Import(ImportRecord i) => new(
        i.Source.FileName, i.Layer, i.Crs, i.RowsRead, i.RowsTaken, i.RowsRepaired, i.RowsRejected, i.ImportedAt);

    private static string KindOf(CommunityKind kind) => kind switch
    {
        CommunityKind.Community => "community",
        CommunityKind.Administrative => "administrative",
        _ => "hexagon",
    };

    private static double[]? Bbox(Envelope extent) =>
        extent.IsNull ? null : [extent.MinX, extent.MinY, extent.MaxX, extent.MaxY];

    private static double? EstimatedShare(LoadedDistrict loaded)
    {
        var source = WorkspaceLayers.Buildings.Require("population_source");
        var people = loaded.District.Buildings.People[0];
        var estimated = loaded.Rows[WorkspaceLayers.Buildings]
            .Select((row, b) => row.Values[source] is "estimated" ? (long)people[b] : 0).Sum();
        var all = people.Sum(p => (long)p);
        return all == 0 ? null : Math.Round((double)estimated / all, 6);
    }
}
