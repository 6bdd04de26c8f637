using Microsoft.AspNetCore.Http.Features;
using SpatialPlanner.Data.Edits;
using SpatialPlanner.Data.Photos;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Edits;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Photos;

/// <summary>The photos of a row.</summary>
internal sealed record PhotosDocument(IReadOnlyList<Photo> Photos);

/// <summary><c>/api/v1/photos</c>: photos of idle spaces.</summary>
internal static class PhotoHandlers
{
    public static Answer<PhotosDocument> List(string of_layer, string of_id, PlannerServerOptions options)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        return new(new(WorkspacePhotos.Of(workspace, of_layer, of_id)));
    }

    public static IResult Get(string id, PlannerServerOptions options, HttpContext context)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        var (photo, picture) = WorkspacePhotos.Find(workspace, id) ?? throw Missing(id);
        // A picture never changes under its id.
        context.Response.Headers.CacheControl = "private, max-age=86400, immutable";
        return TypedResults.Bytes(picture, photo.MediaType);
    }

    public static async Task<IResult> Add(
        string of_layer, string of_id, string author, Snapshot snapshot, PlannerServerOptions options, TimeProvider clock, HttpContext context,
        CancellationToken cancel, string? note = null)
    {
        var name = EditBinding.Author(author);
        if (of_layer != Data.Layers.WorkspaceLayers.IdleSpaces.Name)
        {
            throw HttpProblem.Invalid("of_layer", "目前只有 idle_spaces 有照片", "only idle_spaces have photos");
        }

        if (snapshot.Find(of_layer) is not { } layer || layer.Find(of_id) < 0)
        {
            throw HttpProblem.Missing($"没有闲置空间“{of_id}”", $"There is no idle space \"{of_id}\"");
        }

        var picture = await Body(context, cancel);
        var type = WorkspacePhotos.MediaTypeOf(picture) ?? throw new ProblemException(new(
            StatusCodes.Status415UnsupportedMediaType, new("照片应为 JPEG、PNG 或 WebP", "A photo is a JPEG, PNG or WebP picture: send one of these")));
        using var workspace = Workspaces.Open(options.WorkspacePath);
        var photo = WorkspacePhotos.Add(workspace, of_layer, of_id, picture, type, name, EditBinding.Note(note), clock);
        return TypedResults.Json(photo, ApiJson.Options, "application/json", StatusCodes.Status201Created);
    }

    public static IResult Delete(string id, string author, PlannerServerOptions options, TimeProvider clock)
    {
        var name = EditBinding.Author(author);
        using var workspace = Workspaces.Open(options.WorkspacePath);
        try
        {
            WorkspacePhotos.Delete(workspace, id, name, clock);
        }
        catch (EditConflictException)
        {
            throw Missing(id);
        }

        return TypedResults.NoContent();
    }

    // Not a form, so that no page of another origin can send it without being asked first.
    private static async Task<byte[]> Body(HttpContext context, CancellationToken cancel)
    {
        if (context.Request.ContentType?.StartsWith("image/", StringComparison.Ordinal) != true)
        {
            throw new ProblemException(new(
                StatusCodes.Status415UnsupportedMediaType, new("请以 Content-Type: image/jpeg（或 png、webp）发送照片本身", "Send the picture itself as Content-Type: image/jpeg (or png, webp)")));
        }

        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = null;
        using var bytes = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, cancel)) > 0;)
        {
            if (bytes.Length + read > WorkspacePhotos.LargestBytes)
            {
                throw new ProblemException(new(StatusCodes.Status413PayloadTooLarge, new(
                    $"照片最大 {WorkspacePhotos.LargestBytes >> 20} MB：请缩小后再传", $"A photo has at most {WorkspacePhotos.LargestBytes >> 20} MB: make it smaller")));
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static ProblemException Missing(string id) => HttpProblem.Missing($"没有照片“{id}”", $"There is no photo \"{id}\"");
}
