using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Store;

/// <summary>
/// A workspace: one GeoPackage file, which QGIS and GDAL open and may edit. Changes are made in one transaction with
/// a rollback journal, so a process that is killed leaves the former state. One thread at a time.
/// </summary>
public sealed partial class GeoPackageWorkspace : IWorkspace
{
    private readonly SqliteConnection _connection;
    private readonly TimeProvider _clock;

    // Path of the file as the user gave it.
    private string Path { get; }

    private GeoPackageWorkspace(string path, SqliteConnection connection, TimeProvider? clock)
    {
        Path = path;
        _connection = connection;
        _clock = clock ?? TimeProvider.System;
    }

    /// <inheritdoc/>
    public string Location => Path;

    /// <inheritdoc/>
    public LocalText? Migrated { get; private init; }

    /// <inheritdoc/>
    public WorkspaceInfo Info => StoreErrors.Guard(Path, () =>
    {
        using var command = _connection.Command(
            null, "SELECT name_zh, name_en, synthetic, created_by FROM workspace_info;");
        using var reader = command.ExecuteReader();
        reader.Read();
        return new WorkspaceInfo(
            new(reader.GetString(0), reader.GetString(1)), reader.GetBoolean(2), reader.GetString(3));
    });

    /// <inheritdoc/>
    public IReadOnlyList<ImportRecord> Imports =>
        StoreErrors.Guard(Path, () => ImportTable.Read(_connection));

    /// <inheritdoc/>
    public void SetInfo(WorkspaceInfo info) =>
        StoreErrors.Guard(Path, () => WriteInfo(_connection, null, info));

    /// <inheritdoc/>
    public IEnumerable<LayerRow> Read(LayerSchema layer) => Read(_connection, layer);

    /// <inheritdoc/>
    public long Count(LayerSchema layer) => StoreErrors.Guard(
        Path, () => LayerTables.Columns(_connection, null, layer).Count == 0
            ? 0
            : (long)_connection.Scalar(null, $"SELECT count(*) FROM \"{layer.Name}\";")!);

    /// <inheritdoc/>
    public Envelope? Extent(LayerSchema layer) => State(layer).Extent;

    /// <inheritdoc/>
    public string Fingerprint()
    {
        var all = string.Concat(WorkspaceLayers.OfDistrict.Select(layer => $"{layer.Name} {State(layer).Fingerprint}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }

    /// <inheritdoc/>
    public string Fingerprint(LayerSchema layer) => State(layer).Fingerprint;

    /// <inheritdoc/>
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
    public LayerRow? Find(LayerSchema layer, string key) => StoreErrors.Guard(Path, () => new StoredRows(this, null).Find(layer, key));

    /// <inheritdoc/>
    public void Change(Func<IStoredRows, IReadOnlyList<RowChange>> changes) => StoreErrors.Guard(Path, () =>
    {
        ArgumentNullException.ThrowIfNull(changes);
        using var transaction = _connection.BeginTransaction();
        var now = GeoPackageCreator.Iso(_clock.GetUtcNow());
        foreach (var layer in changes(new StoredRows(this, transaction)).GroupBy(c => c.Layer))
        {
            LayerRow[] rows = [.. layer.Select(c => c.Row).OfType<LayerRow>()];
            Fill(
                transaction, layer.Key, rows, [.. layer.Where(c => c.Row is null).Select(c => c.Key)], replace: false, now, null,
                CancellationToken.None);
        }

        transaction.Commit();
    });

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private void Fill(
        SqliteTransaction transaction, LayerSchema layer, IReadOnlyCollection<LayerRow> rows,
        IReadOnlyCollection<string> leaving,
        bool replace, string now, IProgress<Progress>? progress, CancellationToken cancel)
    {
        _connection.Run(transaction, GeoPackageTriggers.Drop(layer));
        var writer = new LayerWriter(_connection, transaction, layer);
        if (replace)
        {
            writer.Empty();
        }

        writer.Remove(leaving);
        writer.Put(rows, rows.Count, progress, cancel);
        LayerState.Compute(_connection, transaction, layer, cancel).Save(_connection, transaction, layer, now);
        _connection.Run(transaction, GeoPackageTriggers.Create(layer));
    }

    private IEnumerable<LayerRow> Read(SqliteConnection connection, LayerSchema layer)
    {
        using var command = StoreErrors.Guard(
            Path, () => connection.Command(null, LayerReader.Select(connection, null, layer)));
        using var reader = StoreErrors.Guard(Path, () => command.ExecuteReader());
        var blob = new GeometryBlob();
        while (StoreErrors.Guard(Path, () => reader.Read()))
        {
            yield return LayerReader.Row(reader, layer, blob.Read, Path);
        }
    }

    private LayerState State(LayerSchema layer) => StoreErrors.Guard(
        Path, () => LayerState.Load(_connection, layer) ?? LayerState.Compute(_connection, null, layer, CancellationToken.None));

    private sealed class StoredRows(GeoPackageWorkspace owner, SqliteTransaction? transaction) : IStoredRows
    {
        public LayerRow? Find(LayerSchema layer, string key)
        {
            using var command = owner._connection.Command(
                transaction, LayerReader.Select(owner._connection, transaction, layer, where: $"\"{layer.Key}\" = $key"), ("$key", key));
            using var reader = command.ExecuteReader();
            return reader.Read() ? LayerReader.Row(reader, layer, new GeometryBlob().Read, owner.Path) : null;
        }

        public long Count(LayerSchema layer) =>
            (long)owner._connection.Scalar(transaction, $"SELECT count(*) FROM \"{layer.Name}\";")!;
    }
}
