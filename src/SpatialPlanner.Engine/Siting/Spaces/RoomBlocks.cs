namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>
/// The columns by block, a space in a year, and by slot, a service in a block. Columns that no allowed set can have (too large
/// for their space, shut out by a required service) are told apart once.
/// </summary>
internal sealed class RoomBlocks
{
    /// <summary>Orders the columns of the rules.</summary>
    /// <exception cref="ArgumentException">The columns are out of order, or name what is not there.</exception>
    public RoomBlocks(SpaceRules rules)
    {
        Rules = rules;
        Exclusive = Symmetric(rules.NotWith);
        YearLimit = [.. Enumerable.Range(0, rules.Budgets.Count).Select(YearLimitOf)];
        (Columns, Possible) = (rules.Columns.ToArray(), new bool[rules.Columns.Count]);
        var (blocks, slots) = (new List<int>(), new List<int>());
        for (var c = 0; c < Columns.Length; c++)
        {
            CheckOrder(c);
            Possible[c] = CanBe(Columns[c]);
            var isBlock = c == 0 || Columns[c].Space != Columns[c - 1].Space || Columns[c].Year != Columns[c - 1].Year;
            if (isBlock || Columns[c].Service != Columns[c - 1].Service)
            {
                slots.Add(c);
            }

            if (isBlock)
            {
                blocks.Add(slots.Count - 1);
            }
        }

        slots.Add(Columns.Length);
        blocks.Add(slots.Count - 1);
        (FirstSlot, FirstColumn) = ([.. blocks], [.. slots]);
        FirstBlock = BlocksOfSpaces();
    }

    /// <summary>The rules.</summary>
    public SpaceRules Rules { get; }

    /// <summary>The columns.</summary>
    public SpaceColumn[] Columns { get; }

    /// <summary>True where some allowed set may have the column, as far as its space tells.</summary>
    public bool[] Possible { get; }

    /// <summary>For each service, those that it may not share a space with, either way.</summary>
    public ulong[] Exclusive { get; }

    /// <summary>What a space that opens in a year can cost at most.</summary>
    public long[] YearLimit { get; }

    /// <summary>First block of each space, and one more.</summary>
    public int[] FirstBlock { get; }

    /// <summary>First slot of each block, and one more.</summary>
    public int[] FirstSlot { get; }

    /// <summary>First column of each slot, and one more.</summary>
    public int[] FirstColumn { get; }

    /// <summary>Number of spaces.</summary>
    public int SpaceCount => Rules.Spaces.Count;

    /// <summary>Number of years.</summary>
    public int Years => Rules.Budgets.Count;

    /// <summary>The columns of a block.</summary>
    public (int From, int To) ColumnsOf(int block) => (FirstColumn[FirstSlot[block]], FirstColumn[FirstSlot[block + 1]]);

    private static ulong[] Symmetric(IReadOnlyList<ulong> notWith)
    {
        var both = notWith.ToArray();
        for (var a = 0; a < both.Length; a++)
        {
            for (var b = 0; b < both.Length; b++)
            {
                both[b] |= (notWith[a] >> b & 1) << a;
            }
        }

        return both;
    }

    private bool CanBe(SpaceColumn column)
    {
        var space = Rules.Spaces[column.Space];
        var others = space.RequiredServices & ~(1UL << column.Service);
        return column.Area <= space.Area && (Exclusive[column.Service] & others) == 0
            && column.Cost + space.OpeningCost <= YearLimit[column.Year];
    }

    private long YearLimitOf(int year) =>
        Math.Min(Rules.SpaceBudget, Rules.CarryOver ? Rules.Budgets.Take(year + 1).Sum() : Rules.Budgets[year]);

    private void CheckOrder(int c)
    {
        var at = Columns[c];
        if (at.Space < 0 || at.Space >= SpaceCount || at.Service < 0 || at.Service >= Math.Min(64, Exclusive.Length) || at.Year < 0 || at.Year >= Years)
        {
            throw new ArgumentException($"column {c} names a space, a service or a year that is not there", nameof(c));
        }

        var before = c == 0 ? at : Columns[c - 1];
        if ((before.Space, before.Year, before.Service).CompareTo((at.Space, at.Year, at.Service)) > 0)
        {
            throw new ArgumentException($"column {c} is out of the order of space, year and service", nameof(c));
        }
    }

    private int[] BlocksOfSpaces()
    {
        var first = new int[SpaceCount + 1];
        for (var b = 0; b < FirstSlot.Length - 1; b++)
        {
            first[Columns[FirstColumn[FirstSlot[b]]].Space + 1]++;
        }

        for (var s = 0; s < SpaceCount; s++)
        {
            first[s + 1] += first[s];
        }

        return first;
    }
}
