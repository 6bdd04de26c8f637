using SpatialPlanner.Data;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Jobs;

/// <summary>What became of a job.</summary>
internal enum JobState
{
    /// <summary>At work.</summary>
    Running,

    /// <summary>Done; the result is there.</summary>
    Done,

    /// <summary>It could not be done; the problem says why.</summary>
    Failed,

    /// <summary>Cancelled; nothing is left of it.</summary>
    Cancelled,
}

/// <summary>Long work in the background: progress, result, cancel.</summary>
internal sealed class Job : IProgress<Progress>
{
    private readonly CancellationTokenSource _cancel;
    private readonly TimeProvider _clock;
    private readonly Lock _lock = new();
    private TaskCompletionSource _changed = NewSignal();
    private JobState _state;
    private Progress? _progress;
    private object? _result;
    private HttpProblem? _problem;
    private DateTimeOffset? _ended;

    public Job(string kind, TimeProvider clock, CancellationToken stopping)
    {
        (Kind, _clock) = (kind, clock);
        _cancel = CancellationTokenSource.CreateLinkedTokenSource(stopping);
    }

    /// <summary>Id in addresses; not to be guessed.</summary>
    public string Id { get; } = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());

    /// <summary>What it does: <c>import_check</c>, <c>import_commit</c>, <c>siting</c>, <c>siting_pareto</c>.</summary>
    public string Kind { get; }

    /// <summary>When it ended; null while it runs.</summary>
    public DateTimeOffset? Ended
    {
        get
        {
            lock (_lock)
            {
                return _ended;
            }
        }
    }

    /// <summary>The job as it is now, and a task that ends with the next change.</summary>
    public (JobDocument Document, Task Changed) Now()
    {
        lock (_lock)
        {
            return (new JobDocument(
                Id, Kind, _state, _progress?.Task, _progress?.Done, _progress?.Total, _progress?.Rows,
                JobSearch.Of(_progress?.Search), _result, _problem is null ? null : JobProblem.Of(_problem)), _changed.Task);
        }
    }

    /// <summary>
    /// Asks it to stop; what is done already stays done. Work that has a best so far gives it as its result and the job
    /// is done; work that is all or nothing throws, and the job is cancelled.
    /// </summary>
    public void Cancel() => _cancel.Cancel();

    /// <inheritdoc/>
    public void Report(Progress value) => Change(() => _progress = value);

    /// <summary>Does the work; never throws.</summary>
    /// <param name="work">Gives the result.</param>
    /// <param name="failed">Told what is not the user's fault.</param>
    public void Run(Func<Job, CancellationToken, object> work, Action<Exception> failed)
    {
        try
        {
            var result = work(this, _cancel.Token);
            End(JobState.Done, () => _result = result);
        }
        catch (OperationCanceledException) when (_cancel.IsCancellationRequested)
        {
            End(JobState.Cancelled);
        }
        catch (InputException e)
        {
            End(JobState.Failed, () => _problem = HttpProblem.Of(StatusCodes.Status400BadRequest, e.Problem));
        }
        catch (ProblemException e)
        {
            End(JobState.Failed, () => _problem = e.Problem);
        }
#pragma warning disable CA1031 // Whatever it is: the job ends, the log has it, and the server goes on.
        catch (Exception e)
#pragma warning restore CA1031
        {
            failed(e);
            End(JobState.Failed, () => _problem = HttpProblem.OfStatus(StatusCodes.Status500InternalServerError));
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private void End(JobState state, Action? change = null) => Change(() =>
    {
        change?.Invoke();
        (_state, _ended) = (state, _clock.GetUtcNow());
    });

    private void Change(Action change)
    {
        TaskCompletionSource former;
        lock (_lock)
        {
            change();
            (former, _changed) = (_changed, NewSignal());
        }

        former.SetResult();
    }
}
