using SpatialPlanner.Data.Store.Postgis;

namespace SpatialPlanner.Data.Store;

/// <summary>
/// Makes and opens workspaces by their location: the path of a <c>.gpkg</c> file, or the address of a PostgreSQL database
/// with PostGIS, <c>postgres://user@host:port/database?schema=name</c>; the schema tells apart workspaces that share a
/// database. An address may hold a password; what is shown, stored or thrown never does.
/// </summary>
public static class Workspaces
{
    /// <summary>True where a location is meant to be a database.</summary>
    /// <param name="location">Location of a workspace.</param>
    public static bool IsDatabase(string location) => PostgresAddress.Is(location);

    /// <summary>A location for people: without a password.</summary>
    /// <param name="location">Location of a workspace.</param>
    public static string Shown(string location) =>
        IsDatabase(location) ? PostgresAddress.Parse(location).Shown : location;

    /// <summary>A text with the passwords of the addresses in it left out.</summary>
    /// <param name="text">Any text.</param>
    public static string WithoutPasswords(string text) => PostgresAddress.WithoutPasswords(text);

    /// <summary>True where there is something at the location, a workspace or not.</summary>
    /// <param name="location">Location of the workspace.</param>
    /// <exception cref="Problems.InputException">The database cannot be asked.</exception>
    public static bool Exists(string location) =>
        IsDatabase(location) ? PostgisWorkspace.Exists(PostgresAddress.Parse(location)) : File.Exists(location);

    /// <summary>Makes a new, empty workspace. A process killed meanwhile leaves nothing there.</summary>
    /// <param name="location">Location of the workspace; nothing must be there yet.</param>
    /// <param name="clock">Gives the times in it; the system's clock where null.</param>
    /// <exception cref="Problems.InputException">Something is there, or it cannot be written.</exception>
    public static IWorkspace Create(string location, TimeProvider? clock = null)
    {
        Build(location, _ => { }, clock, overwrite: false);
        return Open(location, false, clock);
    }

    /// <summary>
    /// Makes a workspace with content, or puts a new one in the place of an old one: it appears, whole, at the end.
    /// </summary>
    /// <param name="location">Location of the workspace.</param>
    /// <param name="fill">Fills the new workspace.</param>
    /// <param name="clock">Gives the times in it; the system's clock where null.</param>
    /// <param name="overwrite">False refuses a workspace that is there, also one that appears meanwhile.</param>
    /// <param name="wait">How long to wait for another writer; 10 s where null.</param>
    /// <exception cref="Problems.InputException">It cannot be written.</exception>
    public static void Build(
        string location, Action<IWorkspace> fill, TimeProvider? clock = null, bool overwrite = true, TimeSpan? wait = null)
    {
        if (IsDatabase(location))
        {
            PostgisWorkspace.Build(PostgresAddress.Parse(location), fill, clock, overwrite, wait);
        }
        else
        {
            GeoPackageWorkspace.Build(location, fill, clock, overwrite);
        }
    }

    /// <summary>
    /// Opens a workspace; what a killed process left half done is rolled back. One of a former version is brought up to
    /// date where it is to be written to, after a copy of it; see <see cref="IWorkspace.Migrated"/>.
    /// </summary>
    /// <param name="location">Location of the workspace.</param>
    /// <param name="readOnly">True where nothing will be written.</param>
    /// <param name="clock">Gives the times in it; the system's clock where null.</param>
    /// <param name="wait">How long to wait for another writer; 10 s where null.</param>
    /// <exception cref="Problems.InputException">Nothing is there, or it is no workspace of this program.</exception>
    public static IWorkspace Open(
        string location, bool readOnly = false, TimeProvider? clock = null, TimeSpan? wait = null) =>
        IsDatabase(location)
            ? PostgisWorkspace.Open(PostgresAddress.Parse(location), readOnly, clock, wait)
            : GeoPackageWorkspace.Open(location, readOnly, clock, wait);

    /// <summary>
    /// A text that differs from the one before once the workspace at a location has changed; cheap enough to be asked
    /// twice a second. Null where the database does not answer now.
    /// </summary>
    /// <param name="location">Location of the workspace; there need not be one.</param>
    public static string? Stamp(string location) =>
        IsDatabase(location) ? PostgisWorkspace.Stamp(PostgresAddress.Parse(location))
        : new FileInfo(location) is { Exists: true } file ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}"
        : "none";
}
