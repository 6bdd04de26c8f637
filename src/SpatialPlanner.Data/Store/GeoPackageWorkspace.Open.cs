using Microsoft.Data.Sqlite;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Store;

/// <summary>Making and opening the file.</summary>
public sealed partial class GeoPackageWorkspace
{
    // A page of 4 KiB holds a building; 256 MiB of pages keep a city's import from spilling, and so from taking the
    // lock that shuts out readers, before the commit.
    private const string Settings = "PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF;";

    /// <summary>Makes a new, empty workspace. A process killed meanwhile leaves no file of that name.</summary>
    /// <param name="path">Path of the file; must not be there yet.</param>
    /// <param name="clock">Gives the times in the file; the system's clock where null.</param>
    /// <exception cref="Problems.InputException">The file is there or cannot be written.</exception>
    public static GeoPackageWorkspace Create(string path, TimeProvider? clock = null)
    {
        Build(path, _ => { }, clock, overwrite: false);
        return Open(path, false, clock);
    }

    /// <summary>
    /// Makes a workspace with content, or puts a new one in the place of an old one: the file appears, whole, at the end.
    /// </summary>
    /// <param name="path">Path of the file; a workspace there is replaced.</param>
    /// <param name="fill">Fills the new workspace.</param>
    /// <param name="clock">Gives the times in the file; the system's clock where null.</param>
    /// <param name="overwrite">False refuses a file that is there, also one that appears meanwhile.</param>
    /// <exception cref="Problems.InputException">The file cannot be written.</exception>
    public static void Build(
        string path, Action<IWorkspace> fill, TimeProvider? clock = null, bool overwrite = true)
    {
        if (Directory.Exists(path))
        {
            throw StoreErrors.IsFolder(path);
        }

        if (!overwrite && File.Exists(path))
        {
            throw StoreErrors.AlreadyThere(path);
        }

        var draft = Drafts.Beside(path);
        try
        {
            StoreErrors.Guard(path, () =>
            {
                File.Delete(draft);
                using (var workspace = Draft(path, draft, clock))
                {
                    fill(workspace);
                }

                File.Move(draft, path, overwrite);
            });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw !overwrite && File.Exists(path) ? StoreErrors.AlreadyThere(path) : StoreErrors.NotWritten(path, e);
        }
        finally
        {
            Drafts.Discard(draft);
        }
    }

    /// <summary>
    /// Opens a workspace; what a killed process left half done is rolled back. One of a former version is brought up to
    /// date where it is to be written to, after a copy of it beside it; read only it is read as it is.
    /// </summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="readOnly">True where nothing will be written.</param>
    /// <param name="clock">Gives the times in the file; the system's clock where null.</param>
    /// <param name="wait">How long to wait for another program that is using the file; 10 s where null.</param>
    /// <exception cref="Problems.InputException">The file is not there or is no workspace of this program.</exception>
    public static GeoPackageWorkspace Open(string path, bool readOnly = false, TimeProvider? clock = null, TimeSpan? wait = null)
    {
        CheckThere(path);
        if (!readOnly)
        {
            Drafts.Sweep(path);
        }

        return StoreErrors.Guard(path, () =>
        {
            if (readOnly && File.Exists(path + "-journal"))
            {
                // Only a connection that may write can roll back what a killed process left.
                using var recovery = SqliteCalls.Connect(path, SqliteOpenMode.ReadWrite);
                recovery.Scalar(null, "SELECT count(*) FROM sqlite_master;");
            }

            var connection = SqliteCalls.Connect(path, readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWrite, wait);
            try
            {
                CheckOurs(path, connection);
                connection.Run(null, Settings);
                return new GeoPackageWorkspace(path, connection, clock)
                {
                    Migrated = readOnly
                        ? null
                        : GeoPackageMigration.Apply(path, connection, (clock ?? TimeProvider.System).GetUtcNow()),
                };
            }
            catch
            {
                connection.Dispose();
                throw;
            }
        });
    }

    private static GeoPackageWorkspace Draft(string path, string draft, TimeProvider? clock)
    {
        var connection = SqliteCalls.Connect(draft, SqliteOpenMode.ReadWriteCreate);
        try
        {
            connection.Run(null, Settings);
            using var transaction = connection.BeginTransaction();
            var creator = new GeoPackageCreator(connection, transaction, (clock ?? TimeProvider.System).GetUtcNow());
            creator.CreateCore();
            creator.CreateWorkspaceTables();
            foreach (var layer in WorkspaceLayers.All)
            {
                creator.CreateLayer(layer);
                connection.Run(transaction, GeoPackageTriggers.Create(layer));
            }

            var name = System.IO.Path.GetFileNameWithoutExtension(path);
            WriteInfo(connection, transaction, new WorkspaceInfo(new(name, name), false, ProgramInfo.Version));
            transaction.Commit();
            return new GeoPackageWorkspace(path, connection, clock);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void WriteInfo(SqliteConnection connection, SqliteTransaction? transaction, WorkspaceInfo info) =>
        connection.Run(
            transaction,
            "INSERT OR REPLACE INTO workspace_info VALUES (1, $version, $zh, $en, $synthetic, $createdBy);",
            ("$version", StoreVersion.Known), ("$zh", info.Name.Zh), ("$en", info.Name.En),
            ("$synthetic", info.Synthetic), ("$createdBy", info.CreatedBy));

    // The file itself is looked at by SQLite only: closing a stream of our own would give up, on POSIX systems, every
    // lock that this process has on it.
    private static void CheckThere(string path)
    {
        if (!File.Exists(path))
        {
            throw Directory.Exists(path) ? StoreErrors.IsFolder(path) : StoreErrors.NotThere(path);
        }
    }

    private static void CheckOurs(string path, SqliteConnection connection)
    {
        if ((long)connection.Scalar(null, "PRAGMA application_id;")! != GeoPackageTables.ApplicationId)
        {
            throw StoreErrors.NotGeoPackage(path);
        }

        const string table = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'workspace_info';";
        if ((long)connection.Scalar(null, table)! == 0
            || connection.Scalar(null, "SELECT schema_version FROM workspace_info;") is not long version)
        {
            throw StoreErrors.NotOurs(path);
        }

        if (version > StoreVersion.Known)
        {
            throw StoreErrors.Newer(path, version, StoreVersion.Known);
        }
    }
}
