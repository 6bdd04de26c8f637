using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace SpatialPlanner.Server.Answers;

/// <summary>A JSON answer that was written before.</summary>
/// <typeparam name="T">Type of the document, for the OpenAPI document.</typeparam>
/// <param name="json">The document.</param>
internal sealed class RenderedAnswer<T>(byte[] json) : IResult, IEndpointMetadataProvider
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json";
        await httpContext.Response.BodyWriter.WriteAsync(json, httpContext.RequestAborted);
    }

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(200, typeof(T), ["application/json"]));
}
