using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.FileProviders;

namespace SpatialPlanner.Server.Hosting;

/// <summary>Serves the page from the web folder, and the libraries that npm puts there.</summary>
internal static class StaticPage
{
    /// <summary>Name under <c>/vendor/</c> and folder of each library.</summary>
    private static readonly (string Name, string Folder)[] Libraries =
    [
        ("leaflet", "node_modules/leaflet/dist"),
        ("echarts", "node_modules/echarts/dist"),
    ];

    private static readonly string[] Private = ["/node_modules", "/test", "/e2e", "/bench"];

    public static void UseStaticPage(this WebApplication app, string? web)
    {
        if (web is null || Libraries.Any(l => !Directory.Exists(Path.Combine(web, l.Folder))))
        {
            app.MapGet("/", () => MissingPage(web)).ExcludeFromDescription();
            return;
        }

        foreach (var (name, folder) in Libraries)
        {
            app.UseStaticFiles(FilesOf(Path.Combine(web, folder), $"/vendor/{name}"));
        }

        app.UseWhen(context => IsPublic(context.Request.Path), branch =>
        {
            branch.UseDefaultFiles(new DefaultFilesOptions { FileProvider = new PhysicalFileProvider(web) });
            branch.UseStaticFiles(FilesOf(web, ""));
        });
    }

    // The folder also holds what builds and tests the page.
    private static bool IsPublic(PathString path) =>
        !Private.Any(folder => path.StartsWithSegments(folder))
        && !(path.Value!.LastIndexOf('/') == 0 && path.Value.EndsWith(".json", StringComparison.OrdinalIgnoreCase));

    // PhysicalFileProvider already leaves out dot files. The tag is asked for each time: an update shows at once.
    private static StaticFileOptions FilesOf(string folder, string path) => new()
    {
        FileProvider = new PhysicalFileProvider(folder),
        RequestPath = path,
        OnPrepareResponse = context => context.Context.Response.Headers.CacheControl = "no-cache",
    };

    private static ContentHttpResult MissingPage(string? web) => TypedResults.Content(
        web is null
            ? Page("找不到页面文件夹 web/。", "The page's folder web/ was not found next to the program.")
            : Page("页面缺少其程序库。请在项目目录运行 npm ci --prefix web，然后刷新。",
                "The page lacks its libraries. Run npm ci --prefix web in the project's folder, then reload."),
        "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static string Page(string zh, string en) =>
        "<!doctype html><html lang=\"zh\"><meta charset=\"utf-8\"><title>SpatialPlanner</title>"
        + $"<h1>SpatialPlanner</h1><p>{zh}</p><p lang=\"en\">{en}</p>"
        + "<p><a href=\"/ogc\">/ogc</a> · <a href=\"/openapi/v1.json\">/openapi/v1.json</a></p></html>";
}
