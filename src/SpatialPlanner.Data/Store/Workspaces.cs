namespace SpatialPlanner.Data.Store;

/// <summary>Makes and opens workspaces by their location: the path of a <c>.gpkg</c> file.</summary>
public static class Workspaces
{
    /// <summary>True where there is something at the location, a workspace or not.</summary>
    /// <param name="location">Location of the workspace.</param>
    public static bool Exists(string location) => File.Exists(location);

    /// <summary>Makes a new, empty workspace. A process killed meanwhile leaves nothing there.</summary>
    /// <param name="location">Location of the workspace; nothing must be there yet.</param>
    /// <param name="clock">Gives the times in it; the system's clock where null.</param>
    /// <exception cref="Problems.InputException">Something is there, or it cannot be written.</exception>
    public static IWorkspace Create(string location, TimeProvider? clock = null) =>
        GeoPackageWorkspace.Create(location, clock);

    /// <summary>
    /// Makes a workspace with content, or puts a new one in the place of an old one: it appears, whole, at the end.
    /// </summary>
    /// <param name="location">Location of the workspace.</param>
    /// <param name="fill">Fills the new workspace.</param>
    /// <param name="clock">Gives the times in it; the system's clock where null.</param>
    /// <param name="overwrite">False refuses a workspace that is there, also one that appears meanwhile.</param>
    /// <exception cref="Problems.InputException">It cannot be written.</exception>
    public static void Build(
        string location, Action<IWorkspace> fill, TimeProvider? clock = null, bool overwrite = true) =>
        GeoPackageWorkspace.Build(location, fill, clock, overwrite);

    /// <summary>Opens a workspace; what a killed process left half done is rolled back.</summary>
    /// <param name="location">Location of the workspace.</param>
    /// <param name="readOnly">True where nothing will be written.</param>
    /// <param name="clock">Gives the times in it; the system's clock where null.</param>
    /// <exception cref="Problems.InputException">Nothing is there, or it is no workspace of this program.</exception>
    public static IWorkspace Open(string location, bool readOnly = false, TimeProvider? clock = null) =>
        GeoPackageWorkspace.Open(location, readOnly, clock);

    /// <summary>
    /// A text that differs from the one before once the workspace at a location has changed; cheap enough to be asked
    /// twice a second.
    /// </summary>
    /// <param name="location">Location of the workspace; there need not be one.</param>
    public static string Stamp(string location) =>
        new FileInfo(location) is { Exists: true } file ? $"{file.LastWriteTimeUtc.Ticks} {file.Length}" : "none";
}
