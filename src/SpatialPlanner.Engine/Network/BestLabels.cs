namespace SpatialPlanner.Engine.Network;

/// <summary>
/// The k best labels of each of many places, no source twice. A label is one word, the cost above the source, so that
/// the lower is the better one and ties go to the lower source.
/// </summary>
internal sealed class BestLabels
{
    private const int CostShift = 32;
    private const long NoLabel = long.MaxValue;
    private readonly int k;
    private readonly long[] labels;

    /// <summary>Makes room for some places.</summary>
    /// <param name="places">Number of places.</param>
    /// <param name="k">Labels a place.</param>
    /// <exception cref="OverflowException">More labels than an array holds.</exception>
    public BestLabels(int places, int k)
    {
        this.k = k;
        labels = new long[checked(places * k)];
        Array.Fill(labels, NoLabel);
    }

    /// <summary>Joins a cost and a source.</summary>
    /// <param name="costMm">Cost in paced millimetres.</param>
    /// <param name="source">Source.</param>
    public static long Label(int costMm, int source) => ((long)costMm << CostShift) | (uint)source;

    /// <summary>The cost of a label, paced millimetres.</summary>
    /// <param name="label">Label.</param>
    public static int CostMm(long label) => (int)(label >> CostShift);

    /// <summary>The source of a label.</summary>
    /// <param name="label">Label.</param>
    public static int Source(long label) => (int)label;

    /// <summary>The labels of a place, the best first.</summary>
    /// <param name="place">Place.</param>
    public ReadOnlySpan<long> Of(int place)
    {
        var own = labels.AsSpan(place * k, k);
        return own.IndexOf(NoLabel) is var end and >= 0 ? own[..end] : own;
    }

    /// <summary>Puts a label among the best where it belongs; false where it is not one of them.</summary>
    /// <param name="place">Place.</param>
    /// <param name="label">Label.</param>
    public bool Offer(int place, long label)
    {
        var own = labels.AsSpan(place * k, k);
        if (label >= own[^1])
        {
            return false;
        }

        var slot = own.Length - 1;
        for (var i = 0; i < own.Length && own[i] != NoLabel; i++)
        {
            if (Source(own[i]) == Source(label))
            {
                if (own[i] <= label)
                {
                    return false;
                }

                slot = i;
                break;
            }
        }

        for (; slot > 0 && own[slot - 1] > label; slot--)
        {
            own[slot] = own[slot - 1];
        }

        own[slot] = label;
        return true;
    }
}
