using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Store;

/// <summary>
/// A workspace: the layers of <see cref="WorkspaceLayers.All"/> in WGS 84 with where their rows came from. One thread at
/// a time. Whatever store holds it, the same content gives the same rows, order and fingerprints. Every member throws
/// an <see cref="InputException"/> where the store cannot be used.
/// </summary>
public interface IWorkspace : IDisposable
{
    /// <summary>Where the workspace is, for people: the path of a file, or an address without its password.</summary>
    string Location { get; }

    /// <summary>What the user should know where opening brought a former workspace up to date; else null.</summary>
    LocalText? Migrated { get; }

    /// <summary>What the workspace says about itself.</summary>
    WorkspaceInfo Info { get; }

    /// <summary>Where the rows came from, oldest first.</summary>
#pragma warning disable CA1716 // A keyword of Visual Basic only; the table has the same name.
    IReadOnlyList<ImportRecord> Imports { get; }
#pragma warning restore CA1716

    /// <summary>Changes what the workspace says about itself.</summary>
    /// <param name="info">The new text.</param>
    void SetInfo(WorkspaceInfo info);

    /// <summary>The rows of a layer by key, in the order of the key's UTF-8 bytes.</summary>
    /// <param name="layer">A source layer.</param>
    IEnumerable<LayerRow> Read(LayerSchema layer);

    /// <summary>The row of a key, or null.</summary>
    /// <param name="layer">A source layer.</param>
    /// <param name="key">Its key.</param>
    LayerRow? Find(LayerSchema layer, string key);

    /// <summary>
    /// The rows of the district's layers, in the order of <see cref="WorkspaceLayers.OfDistrict"/>; a thread a layer. They belong together
    /// only while the caller keeps the workspace still.
    /// </summary>
    /// <param name="cancel">Cancels.</param>
    IReadOnlyList<List<LayerRow>> ReadAll(CancellationToken cancel);

    /// <summary>What is read until it is disposed is of one state, whatever others write meanwhile.</summary>
    IDisposable KeepStill();

    /// <summary>Number of rows of a layer.</summary>
    /// <param name="layer">A source layer.</param>
    long Count(LayerSchema layer);

    /// <summary>Extent of a layer in degrees; null where it has no geometry.</summary>
    /// <param name="layer">A source layer.</param>
    Envelope? Extent(LayerSchema layer);

    /// <summary>
    /// Hash of the content of all layers, independent of the order and the time in which they were filled. Stored at
    /// each commit; read anew for a layer that another program edited.
    /// </summary>
    string Fingerprint();

    /// <summary>Hash of the content of one layer.</summary>
    /// <param name="layer">A source layer.</param>
    string Fingerprint(LayerSchema layer);

    /// <summary>Stores a batch in one transaction: all of it or, where this throws, nothing.</summary>
    /// <param name="batch">
    /// Rows by layer, each enumerated at most twice and never copied. A row with the key of a stored one takes its place.
    /// </param>
    /// <param name="source">The file that the rows came from.</param>
    /// <param name="replaceLayers">True empties the layers of the batch first.</param>
    /// <param name="progress">Told about the rows stored.</param>
    /// <param name="cancel">Cancels; the workspace stays as it was.</param>
    void Commit(
        LayerBatch batch, ImportSource source, bool replaceLayers, IProgress<Progress>? progress = null,
        CancellationToken cancel = default);

    /// <summary>
    /// Changes single rows in one transaction: all of them or, where this throws, none. No import is recorded. What the changes
    /// are is asked once writers are shut out, so that they can rest on what is stored: two editors at once lose nothing.
    /// </summary>
    /// <param name="changes">Looks at the stored rows and gives the changes.</param>
    void Change(Func<IStoredRows, IReadOnlyList<RowChange>> changes);
}
