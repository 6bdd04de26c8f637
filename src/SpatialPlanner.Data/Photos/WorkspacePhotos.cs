using System.Security.Cryptography;
using SpatialPlanner.Data.Edits;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Photos;

/// <summary>
/// Photos of rows. They are stored and deleted as edits, so that the log has them and both can be undone: the picture of
/// a deleted photo stays in the workspace.
/// </summary>
public static class WorkspacePhotos
{
    /// <summary>Largest picture, bytes.</summary>
    public const int LargestBytes = 10 * 1024 * 1024;

    /// <summary>The media type of a picture by its first bytes; null for anything but JPEG, PNG and WebP.</summary>
    /// <param name="picture">The bytes.</param>
    public static string? MediaTypeOf(ReadOnlySpan<byte> picture) =>
        picture.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : picture.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? "image/png"
        : picture.Length > 12 && picture.StartsWith("RIFF"u8) && picture[8..].StartsWith("WEBP"u8) ? "image/webp"
        : null;

    /// <summary>The photos of a row, the newest first.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="layer">Layer of the row.</param>
    /// <param name="id">Key of the row.</param>
    public static IReadOnlyList<Photo> Of(IWorkspace workspace, string layer, string id)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return
        [
            .. workspace.Read(WorkspaceLayers.Photos).Select(Photo.Of).Where(p => p.OfLayer == layer && p.OfId == id)
                .OrderByDescending(p => p.TakenAt, StringComparer.Ordinal).ThenBy(p => p.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>A photo with its picture, or null.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">Key of the photo.</param>
    public static (Photo Photo, byte[] Picture)? Find(IWorkspace workspace, string id)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Find(WorkspaceLayers.Photos, id) is { } row && workspace.Find(WorkspaceLayers.PhotoFiles, id)?.Values[1] is string data
            ? (Photo.Of(row), Convert.FromBase64String(data))
            : null;
    }

    /// <summary>Stores a photo.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="layer">Layer of the row.</param>
    /// <param name="id">Key of the row.</param>
    /// <param name="picture">The bytes.</param>
    /// <param name="mediaType">Of <see cref="MediaTypeOf"/>.</param>
    /// <param name="author">Who took it.</param>
    /// <param name="note">What is said about it, or null.</param>
    /// <param name="clock">Gives the time.</param>
    public static Photo Add(
        IWorkspace workspace, string layer, string id, byte[] picture, string mediaType, string author, string? note, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var photo = new Photo(
            $"p-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8))}", layer, id, GeoPackageCreator.Iso(clock.GetUtcNow()), author, note, mediaType);
        var file = new LayerRow(null, [photo.Id, Convert.ToBase64String(picture)]);
        WorkspaceEdits.Apply(
            workspace, [Edit(photo.Id, EditAction.Add, photo.Values())], author, note, clock, [new RowChange(WorkspaceLayers.PhotoFiles, photo.Id, file)]);
        return photo;
    }

    /// <summary>Deletes a photo; undoing the edit has it back.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">Key of the photo.</param>
    /// <param name="author">Who deletes it.</param>
    /// <param name="clock">Gives the time.</param>
    /// <exception cref="EditConflictException">It is gone already.</exception>
    public static void Delete(IWorkspace workspace, string id, string author, TimeProvider clock) =>
        WorkspaceEdits.Apply(workspace, [Edit(id, EditAction.Delete, new Dictionary<string, object?>())], author, null, clock);

    private static Edit Edit(string id, EditAction action, IReadOnlyDictionary<string, object?> values) =>
        new(WorkspaceLayers.Photos, id, action, values, null, new Dictionary<string, object?>());
}
