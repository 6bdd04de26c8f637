using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Tests.Support;

/// <summary>Whether anybody is writing to a workspace.</summary>
internal static class Writers
{
    /// <summary>True while a transaction that writes is open.</summary>
    public static bool Any(string location) => Workspaces.IsDatabase(location)
        ? Postgis.Sql($"SELECT count(*) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE l.mode = 'ShareRowExclusiveLock' "
            + $"AND c.relnamespace = '{Schema(location)}'::regnamespace") is > 0L
        : File.Exists(location + "-journal");

    /// <summary>Ends the connections of those who write, as a network or an administrator does.</summary>
    public static void CutOff(string location) => Postgis.Sql(
        "SELECT count(pg_terminate_backend(l.pid)) FROM pg_locks l JOIN pg_class c ON c.oid = l.relation "
        + $"WHERE l.mode = 'ShareRowExclusiveLock' AND c.relnamespace = '{Schema(location)}'::regnamespace");

    private static string Schema(string location) => location[(location.LastIndexOf('=') + 1)..];
}
