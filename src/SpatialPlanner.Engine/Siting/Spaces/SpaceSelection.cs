namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>
/// Which spaces are opened when each has a value: those that must, then in each group the best until there are enough, then
/// the best of all while they are worth it and the number of spaces allows. Exact, since both limits are counts of nested
/// families (a laminar matroid; Edmonds 1971).
/// </summary>
internal sealed class SpaceSelection
{
    private readonly SpaceRules _rules;
    private readonly int[] _least;
    private readonly int[] _short;
    private readonly int[] _order;
    private readonly bool[] _taken;

    /// <summary>Makes a selection.</summary>
    /// <param name="blocks">The columns: a space without any that is possible counts in no group.</param>
    public SpaceSelection(RoomBlocks blocks)
    {
        _rules = blocks.Rules;
        _least = LeastOfGroups(blocks);
        (_short, _order, _taken) = (new int[_least.Length], new int[blocks.SpaceCount], new bool[blocks.SpaceCount]);
    }

    /// <summary>Spaces that each group must have.</summary>
    public ReadOnlySpan<int> Least => _least;

    /// <summary>The spaces opened last.</summary>
    public ReadOnlySpan<bool> Taken => _taken;

    /// <summary>Sorts the spaces by value, before <see cref="Run"/>.</summary>
    /// <param name="value">Value of each space if it is opened; negative infinity where it cannot be.</param>
    public void Sort(ReadOnlySpan<double> value)
    {
        for (var s = 0; s < _order.Length; s++)
        {
            var at = s;
            for (; at > 0 && value[_order[at - 1]] < value[s]; at--)
            {
                _order[at] = _order[at - 1];
            }

            _order[at] = s;
        }
    }

    /// <summary>The largest sum of values.</summary>
    /// <param name="value">As in <see cref="Sort"/>.</param>
    /// <param name="mustOpen">Spaces that must be opened.</param>
    /// <param name="aside">A space that is left aside, or -1.</param>
    /// <param name="isOpen">True where that space counts as open, at no value.</param>
    /// <returns>The sum, or negative infinity where the counts cannot be met.</returns>
    public double Run(ReadOnlySpan<double> value, ReadOnlySpan<bool> mustOpen, int aside = -1, bool isOpen = false)
    {
        _least.CopyTo(_short, 0);
        Array.Clear(_taken);
        var (sum, left) = (0.0, _rules.MostSpaces);
        if (aside >= 0 && isOpen)
        {
            Count(aside, ref left);
        }

        for (var pass = 0; pass < 3; pass++)
        {
            foreach (var s in _order)
            {
                if (s == aside || _taken[s] || !(pass == 0 ? mustOpen[s] : pass == 1 ? IsShort(s) : value[s] > 0 && left > 0)
                    || (pass > 0 && double.IsNegativeInfinity(value[s])))
                {
                    continue;
                }

                sum += value[s];
                _taken[s] = true;
                Count(s, ref left);
            }
        }

        foreach (var missing in _short)
        {
            left = missing > 0 ? -1 : left;
        }

        return left < 0 ? double.NegativeInfinity : sum;
    }

    private static int[] LeastOfGroups(RoomBlocks blocks)
    {
        var rules = blocks.Rules;
        var least = new int[rules.Spaces.Max(s => (int?)s.Group + 1) ?? 0];
        var canOpen = new bool[rules.Spaces.Count];
        for (var c = 0; c < blocks.Columns.Length; c++)
        {
            canOpen[blocks.Columns[c].Space] |= blocks.Possible[c];
        }

        for (var s = 0; s < canOpen.Length; s++)
        {
            if (canOpen[s] && rules.Spaces[s].Group >= 0 && least[rules.Spaces[s].Group] < rules.LeastPerGroup)
            {
                least[rules.Spaces[s].Group]++;
            }
        }

        return least;
    }

    private bool IsShort(int space) => _rules.Spaces[space].Group is var g && g >= 0 && _short[g] > 0;

    private void Count(int space, ref int left)
    {
        left--;
        if (IsShort(space))
        {
            _short[_rules.Spaces[space].Group]--;
        }
    }
}
