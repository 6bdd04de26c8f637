namespace SpatialPlanner.Engine.Siting;

/// <summary>Rows whose units could leave one column for another, or for nobody, by what a unit loses.</summary>
internal sealed class MoveHeap
{
    private readonly PriorityQueue<Leaving, (long Loss, int Entry)> queue = new();

    /// <summary>Loss of the first; <see cref="Has"/> was asked before.</summary>
    public long Loss { get; private set; }

    /// <summary>Adds a row; one that is there already may come twice.</summary>
    /// <param name="loss">What a unit loses.</param>
    /// <param name="leaving">The units.</param>
    public void Add(long loss, Leaving leaving) => queue.Enqueue(leaving, (loss, leaving.Entry));

    /// <summary>True where a row is left that has units to move; those that have none are forgotten.</summary>
    /// <param name="units">Units at each entry.</param>
    public bool Has(long[] units)
    {
        while (queue.TryPeek(out var first, out var rank))
        {
            if (units[first.Entry] > 0)
            {
                Loss = rank.Loss;
                return true;
            }

            queue.Dequeue();
        }

        return false;
    }

    /// <summary>The row that loses least.</summary>
    /// <param name="units">Units at each entry.</param>
    public Leaving Top(long[] units) => Has(units) ? queue.Peek() : throw new InvalidOperationException("no row can move");

    /// <summary>Units that could leave.</summary>
    /// <param name="Entry">Entry at which they are served.</param>
    /// <param name="Target">Entry at which they would be served, or -1 for nobody.</param>
    /// <param name="Row">Their row.</param>
    internal readonly record struct Leaving(int Entry, int Target, int Row);
}
