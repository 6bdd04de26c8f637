using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http.Metadata;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Ogc;

/// <summary>One feature with its links.</summary>
internal sealed class FeatureResult(ServedLayer layer, int row) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(JsonElement), [Links.GeoJson]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var links = new Links(httpContext.Request);
        Link[] own =
        [
            links.Self(Links.GeoJson),
            links.To(Links.PathOf(layer.Layer.Name), "collection", Links.Json, layer.Layer.Title.En),
        ];
        var feature = JsonNode.Parse(layer.Feature(row))!.AsObject();
        feature["links"] = JsonSerializer.SerializeToNode(own, ApiJson.Options);
        httpContext.Response.ContentType = Links.GeoJson;
        await using var writer = new Utf8JsonWriter(
            httpContext.Response.BodyWriter, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder });
        feature.WriteTo(writer);
    }
}
