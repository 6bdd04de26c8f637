using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary>What is loaded.</summary>
internal sealed record WorkspaceDocument(
    LocalText Name, bool Synthetic, string Version, string Fingerprint, long LastEdit, double[]? Bbox,
    IReadOnlyList<LayerDocument> Layers, PackDocument RulePack, IReadOnlyList<ProfileDocument> Profiles,
    IReadOnlyList<CrossingDocument> Crossings, IReadOnlyList<GroupDocument> Groups, IReadOnlyList<ServiceDocument> Services, TotalsDocument Totals,
    CommunitiesDocument Communities, double? PopulationEstimatedShare, IReadOnlyList<LocalText> Warnings,
    IReadOnlyList<ImportDocument> Imports, IReadOnlyList<string> BaseMapOrigins);

/// <summary>A layer that can be read under <c>/ogc</c> and exported; the count of a result is told with its rows.</summary>
internal sealed record LayerDocument(string Name, LocalText Title, string Geometry, int? Count, bool Result)
{
    public static LayerDocument Of(ServedLayer layer) => new(
        layer.Name, layer.Title, layer.Geometry switch
        {
            LayerGeometry.None => "none",
            LayerGeometry.Point => "point",
            LayerGeometry.Line => "line",
            LayerGeometry.Polygon => "polygon",
            _ => "point_or_polygon",
        },
        layer.Count, layer.IsResult);
}

/// <summary>The rule pack.</summary>
internal sealed record PackDocument(string Id, string Edition, LocalText Name);

/// <summary>A walker.</summary>
internal sealed record ProfileDocument(string Code, LocalText Name, double SpeedMPerS, LocalText Source, double StepsShare, LocalText? StepsSource);

/// <summary>The wait at a class of crossing, and how it was worked out.</summary>
internal sealed record CrossingDocument(
    string Class, double WaitS, double? CycleS, double? GreenS, string? Derivation, LocalText Source,
    Verification Verification)
{
    public static CrossingDocument Of(CrossingRule rule) => new(
        rule.Class, Rounded.Milli(rule.WaitS), rule.CycleS, rule.GreenS, rule.Derivation, rule.Source, rule.Verification);
}

/// <summary>A demand group; its walker where the pack names one.</summary>
internal sealed record GroupDocument(string Code, LocalText Name, long People, string? Profile);

/// <summary>A service and its rule.</summary>
internal sealed record ServiceDocument(
    string Code, LocalText Name, double? LimitMetres, double? LimitMinutes, double LimitM, double LimitS,
    string Profile, string Group, LocalText Source, Verification Verification, int Facilities, RoomDocument? Room);

/// <summary>What a room of the service asks for, where the pack has a rule for it.</summary>
internal sealed record RoomDocument(
    double LeastAreaM2, double? MostAreaM2, double? AreaPerPlaceM2, double CostPerM2Cny, LocalText Source, Verification Verification)
{
    public static RoomDocument? Of(RoomRule? rule) => rule is null
        ? null : new(rule.LeastAreaM2, rule.MostAreaM2, rule.AreaPerPlaceM2, rule.CostPerM2Cny, rule.Source, rule.Verification);
}

/// <summary>What the district holds.</summary>
internal sealed record TotalsDocument(long People, long Dwellings, int Buildings);

/// <summary>What the figures by community are figures of.</summary>
internal sealed record CommunitiesDocument(string Kind, LocalText Note);

/// <summary>Where rows came from.</summary>
internal sealed record ImportDocument(
    string File, string Layer, string Crs, long RowsRead, long RowsTaken, long RowsRepaired, long RowsRejected,
    string ImportedAt);
