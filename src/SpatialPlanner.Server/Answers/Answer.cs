using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;

namespace SpatialPlanner.Server.Answers;

/// <summary>A JSON document as an answer; its type is in the OpenAPI document.</summary>
/// <typeparam name="T">Type of the document.</typeparam>
/// <param name="document">The document.</param>
/// <param name="mediaType">Media type, where it is not <c>application/json</c>.</param>
internal sealed class Answer<T>(T document, string mediaType = "application/json") : IResult, IEndpointMetadataProvider
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = mediaType;
        return JsonSerializer.SerializeAsync(
            httpContext.Response.BodyWriter, document, ApiJson.Options, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));
}
