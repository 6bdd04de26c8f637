using System.Collections.Concurrent;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Imports;

/// <summary>The imports under way. Their files are deleted with them: at the end, when cancelled, after a day unused, or with the server.</summary>
internal sealed class ImportSessions(TimeProvider clock) : IDisposable
{
    /// <summary>Imports that may be under way at a time.</summary>
    public const int Most = 50;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, ImportSession> _sessions = new();

    /// <summary>Begins an import.</summary>
    /// <exception cref="ProblemException">Too many are under way.</exception>
    public ImportSession Begin()
    {
        foreach (var old in _sessions.Values.Where(s => s.Used < clock.GetUtcNow() - Kept))
        {
            End(old.Id);
        }

        if (_sessions.Count >= Most)
        {
            throw new ProblemException(new(StatusCodes.Status503ServiceUnavailable, new(
                $"未完成的导入超过 {Most} 个；请先写入或取消一些", $"Over {Most} imports are unfinished; commit or cancel some first")));
        }

        var session = new ImportSession
        {
            Used = clock.GetUtcNow(),
        };
        _sessions[session.Id] = session;
        return session;
    }

    /// <summary>An import of an id.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public ImportSession Find(string id)
    {
        var session = _sessions.GetValueOrDefault(id)
            ?? throw HttpProblem.Missing($"没有导入 {id}（可能已写入或取消）", $"There is no import {id} (it may be committed or cancelled)");
        session.Used = clock.GetUtcNow();
        return session;
    }

    /// <summary>Ends an import and deletes its files.</summary>
    public void End(string id)
    {
        if (_sessions.TryRemove(id, out var session))
        {
            session.Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var id in _sessions.Keys)
        {
            End(id);
        }
    }
}
