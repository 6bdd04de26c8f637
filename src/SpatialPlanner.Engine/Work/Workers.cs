using System.Runtime.ExceptionServices;

namespace SpatialPlanner.Engine.Work;

/// <summary>
/// Runs numbered items of work on some threads. Each item writes to a place of its own, so the outcome does not depend
/// on the number of threads or on which of them took what.
/// </summary>
public static class Workers
{
    /// <summary>Runs the items; returns when all are done.</summary>
    /// <typeparam name="TScratch">What a thread needs for itself and uses again for the next item.</typeparam>
    /// <param name="items">Number of items.</param>
    /// <param name="threads">Most threads to use, at least 1; with 1 the caller's alone.</param>
    /// <param name="scratch">Makes the scratch of a thread.</param>
    /// <param name="work">Does one item.</param>
    /// <param name="cancel">Cancels between two items.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static void Run<TScratch>(
        int items, int threads, Func<TScratch> scratch, Action<TScratch, int> work, CancellationToken cancel)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var taken = 0;
        void TakeItems()
        {
            var own = scratch();
            try
            {
                for (var item = Interlocked.Increment(ref taken) - 1; item < items; item = Interlocked.Increment(ref taken) - 1)
                {
                    cancel.ThrowIfCancellationRequested();
                    work(own, item);
                }
            }
            catch
            {
                // Leaves nothing for the others, whose results nobody would see.
                Interlocked.Exchange(ref taken, items);
                throw;
            }
        }

        var workers = Math.Min(threads, items);
        if (workers <= 1)
        {
            TakeItems();
            return;
        }

        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ => TakeItems());
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }
}
