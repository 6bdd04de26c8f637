namespace SpatialPlanner.Server.Snapshots;

/// <summary>The answers to the last few questions. It lives and dies with its snapshot, so it is never stale.</summary>
/// <typeparam name="TQuestion">Question.</typeparam>
/// <typeparam name="TAnswer">Answer.</typeparam>
/// <param name="capacity">Answers kept.</param>
internal sealed class RecentAnswers<TQuestion, TAnswer>(int capacity)
    where TQuestion : notnull
{
    private readonly Lock gate = new();
    private readonly Dictionary<TQuestion, LinkedListNode<(TQuestion Question, TAnswer Answer)>> known = [];
    private readonly LinkedList<(TQuestion Question, TAnswer Answer)> byUse = [];

    /// <summary>
    /// The answer, found before or now. Two requests may find the same one at once: the answers are equal, and neither
    /// waits for another's cancelled work.
    /// </summary>
    /// <param name="question">Question.</param>
    /// <param name="find">Finds the answer.</param>
    /// <param name="isKept">Which answers may be given again; without it all.</param>
    public TAnswer Get(TQuestion question, Func<TAnswer> find, Func<TAnswer, bool>? isKept = null)
    {
        lock (gate)
        {
            if (known.TryGetValue(question, out var node))
            {
                byUse.Remove(node);
                byUse.AddFirst(node);
                return node.Value.Answer;
            }
        }

        var answer = find();
        if (isKept?.Invoke(answer) == false)
        {
            return answer;
        }

        lock (gate)
        {
            if (known.TryAdd(question, new((question, answer))))
            {
                byUse.AddFirst(known[question]);
            }

            if (byUse.Count > capacity)
            {
                known.Remove(byUse.Last!.Value.Question);
                byUse.RemoveLast();
            }
        }

        return answer;
    }
}
