using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Ogc;

namespace SpatialPlanner.Server.Api;

/// <summary>
/// A layer made for one question, with how its places came to the network and how its drawing differs from the count.
/// </summary>
internal sealed class FeaturesAnswer(
    PublishedLayer layer, IReadOnlyList<PlaceLink> places, IReadOnlyList<BandReport> certificate)
    : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(JsonElement), [Links.GeoJson]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = Links.GeoJson;
        await using var writer = new Utf8JsonWriter(
            httpContext.Response.BodyWriter, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder });
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WritePropertyName("links");
        JsonSerializer.Serialize(writer, places, ApiJson.Options);
        writer.WritePropertyName("certificate");
        JsonSerializer.Serialize(writer, certificate, ApiJson.Options);
        writer.WriteStartArray("features");
        for (var row = 0; row < layer.Rows.Count; row++)
        {
            writer.WriteRawValue(FeatureJson.Render(layer, row, (string)layer.Rows[row].Values[0]!), skipInputValidation: true);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
