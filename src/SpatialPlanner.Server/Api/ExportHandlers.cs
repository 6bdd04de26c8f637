using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Ogc;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>GET /api/v1/export/{layer}.{format}</c>.</summary>
internal static class ExportHandlers
{
    public static FileStreamHttpResult Export(
        string layer, string format, Snapshot snapshot, HttpRequest request, CancellationToken cancel)
    {
        foreach (var (name, _) in request.Query)
        {
            throw Parameters.Unknown(name);
        }

        if (!LayerExport.Formats.Contains(format))
        {
            throw HttpProblem.Missing(
                $"没有格式“{format}”，可用：{string.Join(", ", LayerExport.Formats)}",
                $"There is no format \"{format}\"; take one of {string.Join(", ", LayerExport.Formats)}");
        }

        var published = OgcHandlers.LayerOf(snapshot, layer).Layer;
        return TypedResults.File(Written(published, snapshot.Note, format, cancel), MediaTypeOf(format), $"{layer}.{format}");
    }

    // The writers write files, and GeoPackage can be nothing else. Deleted once sent.
    private static SentFile Written(PublishedLayer layer, string? note, string format, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("planner-export-");
        try
        {
            var path = Path.Combine(folder.FullName, $"{layer.Name}.{format}");
            LayerExport.Write(layer, note, format, path, cancel);
            return new SentFile(path, folder);
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    private static string MediaTypeOf(string format) => format switch
    {
        "geojson" => Links.GeoJson,
        "csv" => "text/csv; charset=utf-8",
        _ => "application/geopackage+sqlite3",
    };

    private sealed class SentFile(string path, DirectoryInfo folder)
        : FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.Asynchronous)
    {
        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            DeleteFolder();
        }

        public override async ValueTask DisposeAsync()
        {
            await base.DisposeAsync();
            DeleteFolder();
        }

        private void DeleteFolder()
        {
            if (folder.Exists)
            {
                folder.Delete(recursive: true);
                folder.Refresh();
            }
        }
    }
}
