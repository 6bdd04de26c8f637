using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Ogc;

/// <summary>A page of features, written straight to the response.</summary>
internal sealed class FeatureCollectionResult(ServedLayer layer, IReadOnlyList<int> matched, ItemsQuery query)
    : IResult, IEndpointMetadataProvider
{
    private const int FlushBytes = 1 << 16;

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(JsonElement), [Links.GeoJson]));

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = Links.GeoJson;
        var (body, cancel) = (httpContext.Response.BodyWriter, httpContext.RequestAborted);
        await using var writer = new Utf8JsonWriter(
            body, new JsonWriterOptions { Encoder = ApiJson.Options.Encoder, SkipValidation = true });
        var end = (int)Math.Min((long)query.Offset + query.Limit, matched.Count);
        WriteHead(writer, httpContext.Request, httpContext.RequestServices.GetRequiredService<TimeProvider>());
        writer.WriteStartArray("features");
        for (var i = query.Offset; i < end; i++)
        {
            writer.WriteRawValue(layer.Feature(matched[i]), skipInputValidation: true);
            if (writer.BytesPending > FlushBytes)
            {
                await writer.FlushAsync(cancel);
                await body.FlushAsync(cancel);
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private void WriteHead(Utf8JsonWriter writer, HttpRequest request, TimeProvider clock)
    {
        var returned = Math.Clamp(matched.Count - query.Offset, 0, query.Limit);
        writer.WriteStartObject();
        writer.WriteString("type", "FeatureCollection");
        writer.WriteString(
            "timeStamp", clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        writer.WriteNumber("numberMatched", matched.Count);
        writer.WriteNumber("numberReturned", returned);
        writer.WritePropertyName("links");
        JsonSerializer.Serialize(writer, PageLinks(new Links(request)), ApiJson.Options);
    }

    private List<Link> PageLinks(Links links)
    {
        List<Link> result =
        [
            links.Self(Links.GeoJson),
            links.To(Links.PathOf(layer.Layer.Name), "collection", Links.Json, layer.Layer.Title.En),
        ];
        if ((long)query.Offset + query.Limit < matched.Count)
        {
            result.Add(links.Page("next", query.Offset + query.Limit));
        }

        if (query.Offset > 0)
        {
            result.Add(links.Page("prev", Math.Max(0, query.Offset - query.Limit)));
        }

        return result;
    }
}
