namespace SpatialPlanner.Planning.Demand;

/// <summary>
/// Shares out whole people: everyone gets the whole part of what is due, and what is left goes to the largest remainders
/// (Hamilton's method), on a tie to the first. The sum is kept exactly.
/// </summary>
public static class LargestRemainder
{
    /// <summary>Shares out a number of people by weights.</summary>
    /// <param name="total">People to share out, 0 or more.</param>
    /// <param name="weights">Weights, none negative; their sum is over 0 where the total is.</param>
    /// <returns>Whole numbers that add up to the total, one for each weight; 0 where the weight is 0.</returns>
    /// <exception cref="ArgumentException">A total without weights, or a negative one.</exception>
    public static long[] Share(long total, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        if (total < 0 || (total > 0 && !(sum > 0)))
        {
            throw new ArgumentException("People can be shared out only by weights of which some are over 0.", nameof(weights));
        }

        var shares = new long[weights.Count];
        if (total == 0)
        {
            return shares;
        }

        var remainders = new (double Remainder, int Item)[weights.Count];
        var given = 0L;
        for (var i = 0; i < shares.Length; i++)
        {
            var due = total * (weights[i] / sum);
            shares[i] = (long)Math.Floor(due);
            remainders[i] = (due - shares[i], i);
            given += shares[i];
        }

        // Floating point may have given out one too many: what is taken back comes from the smallest remainders.
        Array.Sort(remainders, (a, b) => b.Remainder != a.Remainder ? b.Remainder.CompareTo(a.Remainder) : a.Item.CompareTo(b.Item));
        for (var i = 0; given < total; i = (i + 1) % remainders.Length)
        {
            if (weights[remainders[i].Item] > 0)
            {
                shares[remainders[i].Item]++;
                given++;
            }
        }

        for (var i = remainders.Length - 1; given > total; i = i == 0 ? remainders.Length - 1 : i - 1)
        {
            if (shares[remainders[i].Item] > 0)
            {
                shares[remainders[i].Item]--;
                given--;
            }
        }

        return shares;
    }
}
