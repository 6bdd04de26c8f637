using System.Security.Cryptography;
using System.Text;
using NetTopologySuite.Geometries;
using Npgsql;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using static SpatialPlanner.Data.Store.Postgis.PostgisCalls;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>
/// A workspace in a schema of a PostgreSQL database with PostGIS, which QGIS and GDAL open and may edit. Changes are made
/// in one transaction; readers go on meanwhile. One thread at a time.
/// </summary>
public sealed partial class PostgisWorkspace : IWorkspace
{
    /// <summary>How long a writer waits for another one unless told otherwise.</summary>
    public static readonly TimeSpan DefaultWait = TimeSpan.FromSeconds(10);

    private readonly PostgresAddress _address;
    private readonly TimeProvider _clock;
    private readonly TimeSpan _wait;
    private readonly bool _readOnly;

    // True while Build fills the workspace: everything is in one transaction, which no other connection sees.
    private readonly bool _building;
    private NpgsqlConnection _connection;
    private string? _snapshot;

    private PostgisWorkspace(
        PostgresAddress address, NpgsqlConnection connection, bool readOnly, bool building, TimeProvider? clock, TimeSpan? wait)
    {
        (_address, _connection, _readOnly, _building) = (address, connection, readOnly, building);
        _clock = clock ?? TimeProvider.System;
        _wait = wait ?? DefaultWait;
    }

    /// <inheritdoc/>
    public string Location => _address.Shown;

    /// <inheritdoc/>
    public LocalText? Migrated { get; private init; }

    /// <inheritdoc/>
    public WorkspaceInfo Info => Guard(connection =>
    {
        using var command = connection.Command("SELECT name_zh, name_en, synthetic, created_by FROM workspace_info;");
        using var reader = command.ExecuteReader();
        reader.Read();
        return new WorkspaceInfo(
            new(reader.GetString(0), reader.GetString(1)), reader.GetBoolean(2), reader.GetString(3));
    });

    /// <inheritdoc/>
    public IReadOnlyList<ImportRecord> Imports => Guard(connection => PostgisImports.Read(connection, _address.Schema));

    /// <inheritdoc/>
    public void SetInfo(WorkspaceInfo info) => Guard(connection => connection.Run(
        "UPDATE workspace_info SET name_zh = $1, name_en = $2, synthetic = $3, created_by = $4, revision = revision + 1;",
        info.Name.Zh, info.Name.En, info.Synthetic, info.CreatedBy));

    /// <inheritdoc/>
    public long Count(LayerSchema layer) => Guard(connection =>
        PostgisLayers.Columns(connection, _address.Schema, layer.Name).Count == 0
            ? 0
            : (long)connection.Scalar($"SELECT count(*) FROM {Quoted(layer.Name)};")!);

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
    public void Dispose() => _connection.Dispose();

    private LayerState State(LayerSchema layer) => Guard(connection =>
        PostgisLayers.State(connection, layer)
        ?? PostgisLayers.Compute(connection, _address.Schema, layer, CancellationToken.None));

    private T Guard<T>(Func<NpgsqlConnection, T> action) => PostgisErrors.Guard(Location, () => action(Connected()));

    // A connection that was lost is made anew for the next call, except where its transaction went with it.
    private NpgsqlConnection Connected()
    {
        if (_connection.State != System.Data.ConnectionState.Open)
        {
            if (_building || _snapshot is not null)
            {
                throw PostgisErrors.Lost(Location);
            }

            _connection.Dispose();
            _connection = Connect(_address, _readOnly);
        }

        return _connection;
    }
}
