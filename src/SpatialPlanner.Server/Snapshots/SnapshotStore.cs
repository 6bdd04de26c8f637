using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Snapshots;

/// <summary>
/// Holds the snapshot that is served. It is loaded in the background when the host starts, and again when a request
/// notices that the workspace has changed; until then the former one is served.
/// </summary>
/// <param name="workspace">Location whose stamp tells a change.</param>
/// <param name="load">Loads a snapshot.</param>
/// <param name="log">Told what cannot be loaded.</param>
internal sealed partial class SnapshotStore(
    string workspace, Func<CancellationToken, Snapshot> load, ILogger<SnapshotStore> log) : BackgroundService
{
    private const int CheckEveryMs = 500;
    private readonly SemaphoreSlim changed = new(1);
    private volatile Snapshot? current;
    private volatile HttpProblem? failure;
    private volatile string? loaded;
    private long nextCheckMs;

    /// <summary>True once there is something to serve.</summary>
    public bool IsReady => current is not null;

    /// <summary>The snapshot of now.</summary>
    /// <exception cref="ProblemException">Nothing is loaded yet, or it cannot be.</exception>
    public Snapshot Now()
    {
        NoticeChange();
        return current ?? throw new ProblemException(failure ?? Loading);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await changed.WaitAsync(stoppingToken);
            // Off the caller's thread: the host waits for the first await of a background service.
            await Task.Run(() => Load(stoppingToken), stoppingToken);
        }
    }

    private void Load(CancellationToken cancel)
    {
        loaded = Workspaces.Stamp(workspace);
        try
        {
            // Counted before it is read: what is written meanwhile may be in it, what was written before is.
            var edits = Edits();
            var snapshot = load(cancel);
            snapshot.LastEdit = edits;
            current = snapshot;
            failure = null;
        }
        catch (InputException e)
        {
            failure = HttpProblem.Of(StatusCodes.Status503ServiceUnavailable, e.Problem);
            LogUnusable(log, e.Message);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            failure = new(StatusCodes.Status503ServiceUnavailable, Broken);
            LogFailure(log, e);
        }
    }

    // A look at the stamp twice a second costs next to nothing; no request waits for it, since a database may be slow.
    private void NoticeChange()
    {
        var now = Environment.TickCount64;
        var due = Interlocked.Read(ref nextCheckMs);
        if (now < due || Interlocked.CompareExchange(ref nextCheckMs, now + CheckEveryMs, due) != due)
        {
            return;
        }

        if (IsReady || failure is not null)
        {
            _ = Task.Run(Look);
        }
    }

    // Nothing is known of a database that does not answer; the former snapshot is served meanwhile.
    private void Look()
    {
        if (Workspaces.Stamp(workspace) is { } stamp && stamp != loaded)
        {
            if (IsSameDistrict())
            {
                loaded = stamp;
                return;
            }

            lock (changed)
            {
                if (changed.CurrentCount == 0)
                {
                    changed.Release();
                }
            }
        }
    }

    // Whether it can be used at all is said by who loads it.
    private long Edits()
    {
        try
        {
            using var now = Workspaces.Open(workspace, readOnly: true);
            return now.Count(WorkspaceLayers.Edits);
        }
        catch (InputException)
        {
            return 0;
        }
    }

    // A scenario was saved: the workspace is another, the district is not.
    private bool IsSameDistrict()
    {
        if (current is not { } served || failure is not null)
        {
            return false;
        }

        try
        {
            using var now = Workspaces.Open(workspace, readOnly: true);
            var edits = now.Count(WorkspaceLayers.Edits);
            // The rule pack is in the workspace too; its name follows the hash.
            var isSame = served.Fingerprint.StartsWith($"{now.Fingerprint()}-", StringComparison.Ordinal);
            if (isSame)
            {
                served.LastEdit = edits;
            }

            return isSame;
        }
        catch (InputException)
        {
            return false;
        }
    }

    private static readonly LocalText Broken =
        new("工作区无法载入，详情见服务器日志", "The workspace cannot be loaded; the server's log says why");

    private static readonly HttpProblem Loading = new(
        StatusCodes.Status503ServiceUnavailable,
        new("工作区正在载入，请稍后重试", "The workspace is being loaded; ask again in a moment"))
    {
        RetryAfterSeconds = 1,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The workspace cannot be used: {Problem}")]
    private static partial void LogUnusable(ILogger log, string problem);

    [LoggerMessage(Level = LogLevel.Error, Message = "The workspace cannot be loaded")]
    private static partial void LogFailure(ILogger log, Exception e);
}
