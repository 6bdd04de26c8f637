using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>
/// A workspace: one GeoPackage file, which QGIS and GDAL open and may edit. Changes are made in one transaction with
/// a rollback journal, so a process that is killed leaves the former state. One thread at a time.
/// </summary>
public sealed partial class GeoPackageWorkspace : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;

    private GeoPackageWorkspace(string path, SqliteConnection connection, TimeProvider? clock)
    {
        Path = path;
        _connection = connection;
        _clock = clock ?? TimeProvider.System;
    }

    /// <summary>Path of the file as the user gave it.</summary>
    public string Path { get; }

    /// <summary>What the workspace says about itself.</summary>
    public WorkspaceInfo Info => StoreErrors.Guard(Path, () =>
    {
        using var command = _connection.Command(
            null, "SELECT name_zh, name_en, synthetic, created_by FROM workspace_info;");
        using var reader = command.ExecuteReader();
        reader.Read();
        return new WorkspaceInfo(
            new(reader.GetString(0), reader.GetString(1)), reader.GetBoolean(2), reader.GetString(3));
    });

    /// <summary>Where the rows came from, oldest first.</summary>
    public IReadOnlyList<ImportRecord> Imports =>
        StoreErrors.Guard(Path, () => ImportTable.Read(_connection));

    /// <summary>Changes what the workspace says about itself.</summary>
    /// <param name="info">The new text.</param>
    public void SetInfo(WorkspaceInfo info) =>
        StoreErrors.Guard(Path, () => WriteInfo(_connection, null, info));

    /// <summary>The rows of a layer by key, in the order of the key's UTF-8 bytes.</summary>
    /// <param name="layer">A source layer.</param>
    public IEnumerable<LayerRow> Read(LayerSchema layer)
    {
        using var command = StoreErrors.Guard(
            Path, () => _connection.Command(null, LayerReader.Select(_connection, null, layer)));
        using var reader = StoreErrors.Guard(Path, () => command.ExecuteReader());
        var blob = new GeometryBlob();
        while (StoreErrors.Guard(Path, () => reader.Read()))
        {
            yield return Checked(reader, layer, blob);
        }
    }

    /// <summary>Number of rows of a layer.</summary>
    /// <param name="layer">A source layer.</param>
    public long Count(LayerSchema layer) => StoreErrors.Guard(
        Path, () => LayerTables.Columns(_connection, null, layer).Count == 0
            ? 0
            : (long)_connection.Scalar(null, $"SELECT count(*) FROM \"{layer.Name}\";")!);

    /// <summary>Extent of a layer in degrees; null where it has no geometry.</summary>
    /// <param name="layer">A source layer.</param>
    public Envelope? Extent(LayerSchema layer) => State(layer).Extent;

    /// <summary>
    /// Hash of the content of all layers, independent of the order and the time in which they were filled. Stored at
    /// each commit; read anew for a layer that another program edited.
    /// </summary>
    public string Fingerprint()
    {
        var all = string.Concat(WorkspaceLayers.All.Select(layer => $"{layer.Name} {State(layer).Fingerprint}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <summary>Hash of the content of one layer.</summary>
    /// <param name="layer">A source layer.</param>
    public string Fingerprint(LayerSchema layer) => State(layer).Fingerprint;

    /// <summary>Stores a batch in one transaction: all of it or, where this throws, nothing.</summary>
    /// <param name="batch">Rows by layer. A row with the key of a stored one takes its place.</param>
    /// <param name="source">The file that the rows came from.</param>
    /// <param name="replaceLayers">True empties the layers of the batch first.</param>
    /// <param name="progress">Told about the rows stored.</param>
    /// <param name="cancel">Cancels; the workspace stays as it was.</param>
    public void Commit(
        LayerBatch batch, ImportSource source, bool replaceLayers, IProgress<Progress>? progress = null,
        CancellationToken cancel = default) => StoreErrors.Guard(Path, () =>
    {
        using var transaction = _connection.BeginTransaction();
        var now = GeoPackageCreator.Iso(_clock.GetUtcNow());
        foreach (var layer in WorkspaceLayers.All)
        {
            var leaving = batch.Leaving.GetValueOrDefault(layer, []);
            if (batch.Layers.TryGetValue(layer, out var rows) || leaving.Count > 0)
            {
                Fill(transaction, layer, rows ?? [], leaving, replaceLayers && rows is not null, now, progress, cancel);
            }

            if (rows is not null || batch.RowsRead.ContainsKey(layer))
            {
                ImportTable.Add(_connection, transaction, ImportRecord.Of(batch, layer, source, now));
            }
        }

        cancel.ThrowIfCancellationRequested();
        transaction.Commit();
    });

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Fill(
        SqliteTransaction transaction, LayerSchema layer, List<LayerRow> rows, IReadOnlyCollection<string> leaving,
        bool replace, string now, IProgress<Progress>? progress, CancellationToken cancel)
    {
        _connection.Run(transaction, GeoPackageTriggers.Drop(layer));
        LayerTables.Complete(_connection, transaction, layer, _clock.GetUtcNow());
        var writer = new LayerWriter(_connection, transaction, layer);
        if (replace)
        {
            writer.Empty();
        }

        writer.Remove(leaving);
        writer.Put(rows, rows.Count, progress, cancel);
        LayerState.Compute(_connection, transaction, layer).Save(_connection, transaction, layer, now);
        _connection.Run(transaction, GeoPackageTriggers.Create(layer));
    }

    private LayerState State(LayerSchema layer) => StoreErrors.Guard(
        Path, () => LayerState.Load(_connection, layer) ?? LayerState.Compute(_connection, null, layer));

    private LayerRow Checked(SqliteDataReader reader, LayerSchema layer, GeometryBlob blob)
    {
        try
        {
            return LayerReader.Row(reader, layer, blob);
        }
        catch (Exception e) when (e is InvalidCastException or FormatException or NetTopologySuite.IO.ParseException)
        {
            throw StoreErrors.Fatal(
                Path, $"图层 {layer.Name} 中有无法读取的行：{e.Message}",
                $"a row of layer {layer.Name} cannot be read: {e.Message}",
                "检查其他程序对该图层的修改", "check what another program changed in this layer", e);
        }
    }
}
