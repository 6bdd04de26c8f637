using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Store;

/// <summary>Brings a former workspace up to date: a copy beside it first, then all changes in one transaction.</summary>
internal static class GeoPackageMigration
{
    /// <summary>What leads from one version to the next. Entries are only added.</summary>
    private static readonly (long To, Action<SqliteConnection, SqliteTransaction> Apply)[] Steps =
    [
        (2, ImportTable.Complete),
    ];

    /// <summary>Migrates where need be.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="connection">A connection that may write.</param>
    /// <param name="now">The time, for the name of the copy.</param>
    /// <returns>What the user should know; null where the workspace is of this version.</returns>
    public static LocalText? Apply(string path, SqliteConnection connection, DateTimeOffset now)
    {
        if (!IsFormer(connection, null))
        {
            return null;
        }

        // Immediate: from here nobody else writes, so the copy and what is changed are of one state.
        using var transaction = connection.BeginTransaction(deferred: false);
        if (!IsFormer(connection, transaction))
        {
            // Another process migrated while this one waited.
            return null;
        }

        var version = Version(connection, transaction);
        var backup = Backup(path, StoreVersion.Suffix(version, now));
        foreach (var (_, apply) in Steps.Where(s => s.To > version))
        {
            apply(connection, transaction);
        }

        foreach (var layer in WorkspaceLayers.All)
        {
            LayerTables.Complete(connection, transaction, layer, now);
        }

        connection.Run(transaction, "UPDATE workspace_info SET schema_version = $known;", ("$known", StoreVersion.Known));
        transaction.Commit();
        return StoreVersion.Told(path, version, backup);
    }

    private static bool IsFormer(SqliteConnection connection, SqliteTransaction? transaction) => StoreVersion.IsFormer(
        Version(connection, transaction), layer => LayerTables.Columns(connection, transaction, layer));

    private static long Version(SqliteConnection connection, SqliteTransaction? transaction) =>
        (long)connection.Scalar(transaction, "SELECT schema_version FROM workspace_info;")!;

    // Copied by SQLite, page by page, over a connection of its own; it appears under its name when it is whole.
    private static string Backup(string path, string suffix)
    {
        var (folder, name, ending) = (
            Path.GetDirectoryName(path) ?? string.Empty, Path.GetFileNameWithoutExtension(path), Path.GetExtension(path));
        var backup = Path.Combine(folder, $"{name}.{suffix}{ending}");
        // A migration that was killed may have left its copy within this very second.
        for (var again = 2; File.Exists(backup); again++)
        {
            backup = Path.Combine(folder, $"{name}.{suffix}_{again}{ending}");
        }

        var draft = Drafts.Beside(backup);
        try
        {
            using (var source = SqliteCalls.Connect(path, SqliteOpenMode.ReadOnly))
            using (var target = SqliteCalls.Connect(draft, SqliteOpenMode.ReadWriteCreate))
            {
                source.BackupDatabase(target);
            }

            File.Move(draft, backup, overwrite: false);
            return backup;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.NotWritten(backup, e);
        }
        finally
        {
            Drafts.Discard(draft);
        }
    }
}
