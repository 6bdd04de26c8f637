using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Hosting;
using SpatialPlanner.Server.Ogc;

namespace SpatialPlanner.Server;

/// <summary>Every route of the server; docs/http.md says what each one means.</summary>
internal static class Routes
{
    public static void MapRoutes(this WebApplication app)
    {
        app.MapGet("/healthz", HealthHandlers.Alive);
        app.MapGet("/readyz", HealthHandlers.Ready);
        app.MapOpenApi("/openapi/{documentName}.json").AddEndpointFilter(OpenApi.MediaType);

        var ogc = app.MapGroup("/ogc").AddEndpointFilter(EntityTag.Filter).WithTags("OGC API - Features");
        ogc.MapGet("/", OgcHandlers.Landing);
        ogc.MapGet("/conformance", OgcHandlers.Conformance);
        ogc.MapGet("/collections", OgcHandlers.Collections);
        ogc.MapGet("/collections/{id}", OgcHandlers.Collection);
        ogc.MapGet("/collections/{id}/items", OgcHandlers.Items).WithItemsQuery();
        ogc.MapGet("/collections/{id}/items/{**fid}", OgcHandlers.Item);
    }
}
