namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// At most so many columns of which some pairs may not stand together (sites at less than a least distance). The bound takes
/// the best column of each of some groups in which all exclude each other (cliques), as of each at most one can be chosen.
/// </summary>
public sealed class SpacedSites : Choices
{
    private readonly SiteCount _count;
    private readonly int[][] _excludes;
    private readonly int[] _group;
    private readonly int _groups;

    /// <summary>Makes the choices.</summary>
    /// <param name="most">Most columns to choose, required ones counted.</param>
    /// <param name="excludes">For each column those that may not stand beside it, in both directions.</param>
    public SpacedSites(int most, int[][] excludes)
    {
        _count = new SiteCount(excludes.Length, most);
        _excludes = [.. excludes.Select(e => e.Order().ToArray())];
        (_group, _groups) = Cliques();
    }

    /// <inheritdoc/>
    public override int ColumnCount => _excludes.Length;

    /// <inheritdoc/>
    public override double Maximise(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> chosen) =>
        Left(state) is { } left ? _count.Maximise(profit, BestOfGroups(profit, left).State, chosen) : double.NegativeInfinity;

    /// <inheritdoc/>
    public override void Bounds(
        ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut)
    {
        ifIn.Fill(double.NegativeInfinity);
        ifOut.Fill(double.NegativeInfinity);
        if (Left(state) is not { } left)
        {
            return;
        }

        var (best, first, second) = BestOfGroups(profit, left);
        var (bestIn, bestOut) = (new double[ColumnCount], new double[ColumnCount]);
        _count.Bounds(profit, best, bestIn, bestOut);
        var sum = _count.Maximise(profit, best, new double[ColumnCount]);
        for (var c = 0; c < ColumnCount; c++)
        {
            if (state[c] != ColumnState.Free)
            {
                continue;
            }

            var top = first[_group[c]];
            if (left[c] == ColumnState.Out)
            {
                // A column that is in excludes it.
                ifOut[c] = sum;
            }
            else if (top == c)
            {
                var other = second[_group[c]];
                ifIn[c] = bestIn[c];
                ifOut[c] = other < 0 ? bestOut[c] : Math.Max(bestOut[c], bestIn[c] - profit[c] + profit[other]);
            }
            else
            {
                (ifIn[c], ifOut[c]) = (bestIn[top] - profit[top] + profit[c], sum);
            }
        }
    }

    /// <inheritdoc/>
    public override ChosenSet Begin() => new SpacedSet(_count.Begin(), _excludes);

    /// <inheritdoc/>
    public override bool CanStandFor(int better, int worse) =>
        Array.TrueForAll(_excludes[better], c => c == worse || Array.BinarySearch(_excludes[worse], c) >= 0);

    // What the columns that are in leave; null where two of them exclude each other.
    private ColumnState[]? Left(ReadOnlySpan<ColumnState> state)
    {
        var left = state.ToArray();
        for (var c = 0; c < left.Length; c++)
        {
            if (state[c] == ColumnState.In)
            {
                foreach (var other in _excludes[c])
                {
                    if (state[other] == ColumnState.In)
                    {
                        return null;
                    }

                    left[other] = ColumnState.Out;
                }
            }
        }

        return left;
    }

    private (ColumnState[] State, int[] First, int[] Second) BestOfGroups(ReadOnlySpan<double> profit, ColumnState[] left)
    {
        var (first, second, state) = (new int[_groups], new int[_groups], left.AsSpan().ToArray());
        Array.Fill(first, -1);
        Array.Fill(second, -1);
        for (var c = 0; c < left.Length; c++)
        {
            var g = _group[c];
            if (left[c] != ColumnState.Free)
            {
                continue;
            }

            if (first[g] < 0 || profit[c] > profit[first[g]])
            {
                (first[g], second[g]) = (c, first[g]);
            }
            else if (second[g] < 0 || profit[c] > profit[second[g]])
            {
                second[g] = c;
            }
        }

        for (var c = 0; c < left.Length; c++)
        {
            state[c] = left[c] == ColumnState.Free && first[_group[c]] != c ? ColumnState.Out : left[c];
        }

        return (state, first, second);
    }

    // Groups in which all exclude each other, those with most to exclude first.
    private (int[] Group, int Count) Cliques()
    {
        var (group, count) = (new int[ColumnCount], 0);
        Array.Fill(group, -1);
        foreach (var c in Enumerable.Range(0, ColumnCount).OrderByDescending(c => _excludes[c].Length).ThenBy(c => c))
        {
            if (group[c] >= 0)
            {
                continue;
            }

            group[c] = count;
            var members = new List<int> { c };
            foreach (var other in _excludes[c])
            {
                if (group[other] < 0 && members.TrueForAll(m => Array.BinarySearch(_excludes[other], m) >= 0))
                {
                    group[other] = count;
                    members.Add(other);
                }
            }

            count++;
        }

        return (group, count);
    }
}
