using SpatialPlanner.Data.Photos;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Edits;
using SpatialPlanner.Server.Hosting;
using SpatialPlanner.Server.Imports;
using SpatialPlanner.Server.Jobs;
using SpatialPlanner.Server.Ogc;
using SpatialPlanner.Server.Photos;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Rules;
using SpatialPlanner.Server.Scenarios;
using SpatialPlanner.Server.Siting;
using SpatialPlanner.Server.Tiles;

namespace SpatialPlanner.Server;

/// <summary>Every route of the server; docs/http.md says what each one means.</summary>
internal static class Routes
{
    public static void MapRoutes(this WebApplication app)
    {
        app.MapGet("/healthz", HealthHandlers.Alive);
        app.MapGet("/readyz", HealthHandlers.Ready);
        app.MapOpenApi("/openapi/{documentName}.json").AddEndpointFilter(OpenApi.MediaType);

        var api = app.MapGroup("/api/v1").AddEndpointFilter(EntityTag.Filter).WithProblems().WithTags("Planner");
        api.MapGet("/workspace", WorkspaceHandlers.Workspace);
        api.MapGet("/health", DataHealthHandlers.Health);
        api.MapPost("/coverage", CoverageHandlers.Coverage);
        api.MapPost("/what-if", WhatIfHandlers.WhatIf);
        api.MapPost("/isochrones", IsochroneHandlers.Isochrones);
        api.MapPost("/pilots", PilotHandlers.Pilots);
        api.MapPost("/siting/evaluate", EvaluateHandlers.Evaluate);
        api.MapGet("/explain", ExplainHandlers.Explain).WithExplainQuery();
        api.MapPost("/explain", ExplainHandlers.ExplainChanged);
        api.MapGet("/export/{layer}.{format}", ExportHandlers.Export).WithExportQuery();

        // Work under way is no answer about the data: it has no tag.
        var work = app.MapGroup("/api/v1").WithProblems().WithTags("Work");
        work.MapGet("/import-choices", ImportHandlers.Choices);
        work.MapPost("/imports", ImportHandlers.Begin).Produces<ImportUnderWay>(StatusCodes.Status201Created);
        work.MapGet("/imports/{id}", ImportHandlers.Get);
        work.MapPut("/imports/{id}/files/{name}", ImportHandlers.Upload).Accepts<Stream>("application/octet-stream");
        work.MapPost("/imports/{id}/inspect", ImportHandlers.Inspect);
        work.MapPost("/imports/{id}/check", ImportHandlers.Check).Produces<JobDocument>(StatusCodes.Status202Accepted);
        work.MapPost("/imports/{id}/commit", ImportHandlers.Commit).Produces<JobDocument>(StatusCodes.Status202Accepted);
        work.MapDelete("/imports/{id}", ImportHandlers.Cancel).Produces(StatusCodes.Status204NoContent);
        work.MapPost("/siting", SitingHandlers.Find).Produces<JobDocument>(StatusCodes.Status202Accepted);
        work.MapPost("/siting/pareto", SitingHandlers.Pareto).Produces<JobDocument>(StatusCodes.Status202Accepted);
        work.MapGet("/jobs/{id}", JobHandlers.Get);
        work.MapGet("/jobs/{id}/events", JobHandlers.Events).Produces(StatusCodes.Status200OK, contentType: "text/event-stream");
        work.MapDelete("/jobs/{id}", JobHandlers.Cancel);

        // What can be chosen and edited, read from the workspace itself: the snapshot may still be that of before.
        var rules = app.MapGroup("/api/v1/rules").WithProblems().WithTags("Rules");
        rules.MapGet("/", RulesHandlers.List);
        rules.MapGet("/{id}", RulesHandlers.Get);
        rules.MapPost("/", RulesHandlers.Save).WithMetadata(new ProducesResponseTypeMetadata(
            StatusCodes.Status409Conflict, typeof(ProblemDocument), [ProblemDocument.MediaType]));

        var scenarios = app.MapGroup("/api/v1/scenarios").WithProblems().WithTags("Scenarios");
        scenarios.MapGet("/", ScenarioHandlers.List);
        scenarios.MapPost("/", ScenarioHandlers.Create).Produces<ScenarioDocument>(StatusCodes.Status201Created);
        scenarios.MapGet("/{id}", ScenarioHandlers.Get);
        scenarios.MapPut("/{id}", ScenarioHandlers.Save).WithMetadata(new ProducesResponseTypeMetadata(
            StatusCodes.Status409Conflict, typeof(ProblemDocument), [ProblemDocument.MediaType]));
        scenarios.MapDelete("/{id}", ScenarioHandlers.Delete).Produces(StatusCodes.Status204NoContent);

        // The log is read from the workspace itself too.
        var edits = app.MapGroup("/api/v1/edits").WithProblems().WithTags("Edits");
        var conflict = new ProducesResponseTypeMetadata(StatusCodes.Status409Conflict, typeof(ProblemDocument), [ProblemDocument.MediaType]);
        edits.MapGet("/fields", EditHandlers.Fields);
        edits.MapGet("/", EditHandlers.List);
        edits.MapPost("/", EditHandlers.Save).WithMetadata(conflict);
        edits.MapPost("/{batch}/undo", EditHandlers.Undo).WithMetadata(conflict);

        var photos = app.MapGroup("/api/v1/photos").WithProblems().WithTags("Photos");
        photos.MapGet("/", PhotoHandlers.List);
        photos.MapPost("/", PhotoHandlers.Add).Accepts<Stream>("image/jpeg", "image/png", "image/webp").Produces<Photo>(StatusCodes.Status201Created);
        photos.MapGet("/{id}", PhotoHandlers.Get).Produces(StatusCodes.Status200OK, contentType: "image/jpeg");
        photos.MapDelete("/{id}", PhotoHandlers.Delete).Produces(StatusCodes.Status204NoContent);

        var tiles = app.MapGroup("/tiles").AddEndpointFilter(EntityTag.Filter).WithProblems().WithTags("Tiles");
        tiles.MapGet("/{layer}/{z}/{x}/{y}.mvt", TileHandlers.Tile)
            .Produces(StatusCodes.Status200OK, contentType: TileHandlers.MediaType).Produces(StatusCodes.Status204NoContent);

        var ogc = app.MapGroup("/ogc").AddEndpointFilter(EntityTag.Filter).WithProblems().WithTags("OGC API - Features");
        ogc.MapGet("/", OgcHandlers.Landing);
        ogc.MapGet("/conformance", OgcHandlers.Conformance);
        ogc.MapGet("/collections", OgcHandlers.Collections);
        ogc.MapGet("/collections/{id}", OgcHandlers.Collection);
        ogc.MapGet("/collections/{id}/items", OgcHandlers.Items).WithItemsQuery();
        ogc.MapGet("/collections/{id}/items/{**fid}", OgcHandlers.Item);
    }
}
