using System.Collections.Concurrent;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Jobs;

/// <summary>The jobs of the server. They end with it; those that ended are kept for an hour.</summary>
internal sealed partial class JobStore(
    TimeProvider clock, IHostApplicationLifetime lifetime, ILogger<JobStore> log)
{
    private const int MostRunning = 8;
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);
    private readonly ConcurrentDictionary<string, Job> _jobs = new();

    /// <summary>Starts a job.</summary>
    /// <param name="kind">What it does.</param>
    /// <param name="work">Gives the result.</param>
    /// <exception cref="ProblemException">Too much is going on.</exception>
    public Job Start(string kind, Func<Job, CancellationToken, object> work)
    {
        foreach (var old in _jobs.Values.Where(j => j.Ended < clock.GetUtcNow() - Kept))
        {
            _jobs.TryRemove(old.Id, out _);
        }

        if (_jobs.Values.Count(j => j.Ended is null) >= MostRunning)
        {
            throw new ProblemException(new HttpProblem(
                StatusCodes.Status503ServiceUnavailable,
                new("同时进行的任务过多，请稍后重试", "Too many jobs are running; try again in a moment"))
            {
                RetryAfterSeconds = 5,
            });
        }

        var job = new Job(kind, clock, lifetime.ApplicationStopping);
        _jobs[job.Id] = job;
        Task.Run(() => job.Run(work, e => LogFailure(log, kind, e)));
        return job;
    }

    /// <summary>A job of an id.</summary>
    /// <exception cref="ProblemException">There is none.</exception>
    public Job Find(string id) => _jobs.GetValueOrDefault(id)
        ?? throw HttpProblem.Missing($"没有任务 {id}（结束一小时后删除）", $"There is no job {id} (they are forgotten an hour after they end)");

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Kind} failed")]
    private static partial void LogFailure(ILogger log, string kind, Exception e);
}
