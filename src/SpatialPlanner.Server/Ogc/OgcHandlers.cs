using NetTopologySuite.Geometries;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Ogc;

/// <summary>The routes of OGC API – Features Part 1: core, GeoJSON, OpenAPI 3.0.</summary>
internal static class OgcHandlers
{
    private const string Crs84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84";

    public static Answer<LandingPage> Landing(Snapshot snapshot, HttpRequest request)
    {
        Parameters.RequireNone(request.Query);
        var links = new Links(request);
        return new(new LandingPage(
            $"{snapshot.Name.Zh} · {snapshot.Name.En}",
            "一刻钟便民生活圈的图层与结果 · Layers and results of the 15-minute service circle",
            [
                links.Self(Links.Json),
                links.To("/openapi/v1.json", "service-desc", Links.OpenApi, "The API as an OpenAPI document"),
                links.To("/", "service-doc", "text/html", "The map"),
                links.To("/ogc/conformance", "conformance", Links.Json, "What the API conforms to"),
                links.To("/ogc/collections", "data", Links.Json, "The collections"),
            ]));
    }

    public static Answer<Conformance> Conformance(Snapshot snapshot, HttpRequest request)
    {
        Parameters.RequireNone(request.Query);
        const string classes = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
        return new(new Conformance([$"{classes}core", $"{classes}oas30", $"{classes}geojson"]));
    }

    public static Answer<CollectionList> Collections(Snapshot snapshot, HttpRequest request)
    {
        Parameters.RequireNone(request.Query);
        var links = new Links(request);
        return new(new CollectionList([links.Self(Links.Json)], [.. snapshot.Layers.Select(l => Describe(l, links))]));
    }

    public static Answer<Collection> Collection(string id, Snapshot snapshot, HttpRequest request)
    {
        Parameters.RequireNone(request.Query);
        return new(Describe(LayerOf(snapshot, id), new Links(request)));
    }

    public static FeatureCollectionResult Items(
        string id, Snapshot snapshot, HttpRequest request, CancellationToken cancel)
    {
        var layer = LayerOf(snapshot, id);
        var query = ItemsQuery.Parse(request.Query, layer.Layer);
        return new(layer, query.Match(layer, cancel), query);
    }

    public static FeatureResult Item(string id, string fid, Snapshot snapshot, HttpRequest request)
    {
        Parameters.RequireNone(request.Query);
        var layer = LayerOf(snapshot, id);
        return layer.Find(FeatureId.Of(request, fid)) is var row and >= 0
            ? new(layer, row)
            : throw HttpProblem.Missing(
                $"图层 {id} 中没有要素“{fid}”", $"Layer {id} has no feature \"{fid}\"");
    }

    /// <summary>The layer of a name in an address.</summary>
    public static ServedLayer LayerOf(Snapshot snapshot, string id) =>
        snapshot.Find(id) ?? throw HttpProblem.Missing(
            $"没有图层“{id}”；见 /ogc/collections", $"There is no layer \"{id}\"; see /ogc/collections");

    private static Collection Describe(ServedLayer served, Links links)
    {
        var path = Links.PathOf(served.Name);
        return new Collection(
            served.Name, $"{served.Title.Zh} · {served.Title.En}",
            served.Count is { } count ? $"数据 · source, {count} features" : "结果 · result",
            served.Extent.IsNull ? null : new(new([Box(served.Extent)], Crs84)), "feature", [Crs84],
            [
                links.To(path, "self", Links.Json, "This collection"),
                links.To($"{path}/items", "items", Links.GeoJson, "The features"),
            ]);
    }

    private static double[] Box(Envelope e) => [e.MinX, e.MinY, e.MaxX, e.MaxY];
}
