using Microsoft.AspNetCore.Http.HttpResults;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Export;
using SpatialPlanner.Server.Ogc;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary><c>GET /api/v1/export/{layer}.{format}</c>.</summary>
internal static class ExportHandlers
{
    private const string ZipMediaType = "application/zip";

    public static FileStreamHttpResult Export(
        string layer, string format, Snapshot snapshot, HttpRequest request, CancellationToken cancel)
    {
        var query = ExportQuery.Of(request.Query);
        if (!LayerExport.Formats.Contains(format))
        {
            throw HttpProblem.Missing(
                $"没有格式“{format}”，可用：{string.Join(", ", LayerExport.Formats)}",
                $"There is no format \"{format}\"; take one of {string.Join(", ", LayerExport.Formats)}");
        }

        var published = OgcHandlers.LayerOf(snapshot, layer).Layer;
        var (mediaType, severalFiles) = LayerExport.Describe(format);
        var (stem, zip) = (layer + Suffix(query.Crs), query.Zip || severalFiles);
        var sent = SentFile.Of(
            $"{stem}.{format}",
            path => ExportRequest.Of(snapshot.Loaded, published, format, path) with
            {
                Crs = query.Crs,
                Encoding = query.Encoding,
            },
            zip, cancel);
        return zip
            ? TypedResults.File(sent, ZipMediaType, severalFiles ? $"{stem}.zip" : $"{stem}.{format}.zip")
            : TypedResults.File(sent, mediaType, $"{stem}.{format}");
    }

    // A file name is the one place where everybody sees that the coordinates are not WGS 84.
    private static string Suffix(CoordinateSystem crs) => crs.Code == CoordinateSystems.Wgs84.Code
        ? string.Empty
        : $"_{string.Concat(crs.Code.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant()}";
}
