using Microsoft.OpenApi;
using SpatialPlanner.Data;
using SpatialPlanner.Server.Ogc;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Hosting;

/// <summary>The OpenAPI document: 3.0, which OGC API – Features names.</summary>
internal static class OpenApi
{
    public static void AddPlannerOpenApi(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_0;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "SpatialPlanner",
                Version = ProgramInfo.Version,
                Description = "15-minute service circles (一刻钟便民生活圈): layers, coverage, what-if.",
            };
            return Task.CompletedTask;
        });
    });

    /// <summary>Filter that gives the document the media type that links to it name.</summary>
    public static ValueTask<object?> MediaType(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var response = context.HttpContext.Response;
        response.OnStarting(() =>
        {
            response.ContentType = Links.OpenApi;
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Names the problem documents that every data route may answer with.</summary>
    public static RouteGroupBuilder WithProblems(this RouteGroupBuilder routes)
    {
        foreach (var status in new[] { 400, 404, 503 })
        {
            routes.WithMetadata(new ProducesResponseTypeMetadata(
                status, typeof(ProblemDocument), [ProblemDocument.MediaType]));
        }

        return routes;
    }

    /// <summary>Names a query parameter that the handler reads by itself.</summary>
    public static RouteHandlerBuilder WithQuery(
        this RouteHandlerBuilder route, string name, OpenApiSchema schema, string description, bool required = false) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = name,
                In = ParameterLocation.Query,
                Required = required,
                Description = description,
                Schema = schema,
                Style = ParameterStyle.Form,
                Explode = false,
            });
            return Task.CompletedTask;
        });

    /// <summary>Names the parameters of a collection's items, as the standard writes them.</summary>
    public static RouteHandlerBuilder WithItemsQuery(this RouteHandlerBuilder route) => route
        .WithQuery("bbox", Numbers(4, 6), "west,south,east,north in degrees; west > east crosses the antimeridian")
        .WithQuery("datetime", Text(), "an instant or interval; no layer has a time, so all match")
        .WithQuery(
            "limit", Whole(1, ItemsQuery.MaxLimit, ItemsQuery.DefaultLimit),
            "features a page; more than the largest gives the largest")
        .WithQuery("offset", Whole(0, null, 0), "features to skip; follow the next links instead");

    /// <summary>Names the parameters of an explanation.</summary>
    public static RouteHandlerBuilder WithExplainQuery(this RouteHandlerBuilder route) => route
        .WithQuery("building", Text(), "id of a building", required: true)
        .WithQuery("service", Text(), "service code", required: true)
        .WithQuery("minutes", new() { Type = JsonSchemaType.Number }, "limit; the rule's own without it")
        .WithQuery("metres", new() { Type = JsonSchemaType.Number }, "limit; the rule's own without it")
        .WithQuery("profile", Text(), "walker; the rule's own without it")
        .WithQuery("time", Text(), "time of the week, e.g. 21:30 or Sa 21:30; without it every gate with hours is open")
        .WithQuery("scenario", Text(), "id of a saved scenario; without it the district as it is");

    /// <summary>Names the parameters of an export.</summary>
    public static RouteHandlerBuilder WithExportQuery(this RouteHandlerBuilder route) => route
        .WithQuery("crs", Text(), "coordinate system of the file: EPSG:n, GCJ-02, BD-09; EPSG:4326 without it")
        .WithQuery("encoding", Text(), "encoding of a shapefile's texts: utf-8, gbk or gb18030")
        .WithQuery("zip", new() { Type = JsonSchemaType.Boolean }, "true for an archive of the file and its metadata");

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Numbers(int least, int most) => new()
    {
        Type = JsonSchemaType.Array,
        MinItems = least,
        MaxItems = most,
        Items = new OpenApiSchema { Type = JsonSchemaType.Number },
    };

    private static OpenApiSchema Whole(int least, int? most, int standard) => new()
    {
        Type = JsonSchemaType.Integer,
        Minimum = Text(least),
        Maximum = most is { } m ? Text(m) : null,
        Default = standard,
    };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
