using System.Diagnostics;
using Npgsql;

namespace SpatialPlanner.Data.Store.Postgis;

/// <summary>One writer a workspace: an advisory lock that the server gives back when the transaction ends, however it ends.</summary>
internal static class WriterLock
{
    private const int PollMs = 100;
    private const string Key = "hashtextextended('spatialplanner:' || $1, 0)";

    /// <summary>Waits for the lock; readers are not concerned by it.</summary>
    /// <exception cref="Problems.InputException">Another writer has it all the while; the message says who.</exception>
    public static void Take(
        NpgsqlConnection connection, PostgresAddress address, TimeSpan wait, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        while (connection.Scalar($"SELECT pg_try_advisory_xact_lock({Key});", address.Schema) is not true)
        {
            if (waited.Elapsed >= wait)
            {
                throw PostgisErrors.Busy(address.Shown, Writer(connection, address), wait.TotalSeconds);
            }

            progress?.Report(new Progress("waiting for another writer", (long)waited.Elapsed.TotalSeconds, (long)wait.TotalSeconds));
            cancel.WaitHandle.WaitOne(PollMs);
            cancel.ThrowIfCancellationRequested();
        }
    }

    private static string Writer(NpgsqlConnection connection, PostgresAddress address) => connection.Scalar(
        $"""
        SELECT concat_ws(', ', a.usename, coalesce(nullif(a.application_name, ''), 'process ' || a.pid))
        FROM pg_locks l JOIN pg_stat_activity a USING (pid)
        WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
          AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
          AND ((l.classid::bigint << 32) | l.objid::bigint) = {Key};
        """, address.Schema) as string ?? "?";
}
