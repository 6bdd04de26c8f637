using System.Numerics;

namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Makes a gain matrix row by row and merges rows that the same columns serve with the same gains: a million points of a
/// city have far fewer different rows than points, and only those are kept in memory. Merging changes no objective.
/// </summary>
public sealed class DemandMerge
{
    private readonly int columnCount;
    private readonly List<long> amount = [];
    private readonly List<int> kind = [];
    private readonly List<uint> hash = [];
    private readonly List<int> first = [0];
    private int[] column = new int[1024];
    private long[] gain = new long[1024];
    private int entries;
    private int[] table = NewTable(1 << 12);

    /// <summary>Begins a matrix without rows.</summary>
    /// <param name="columnCount">Number of columns.</param>
    public DemandMerge(int columnCount) => this.columnCount = columnCount;

    /// <summary>Number of different rows so far.</summary>
    public int RowCount => amount.Count;

    /// <summary>Adds a row, or its units to the one that equals it.</summary>
    /// <param name="units">Units of demand, at least 0.</param>
    /// <param name="columns">Columns that serve it, rising; at least one.</param>
    /// <param name="gains">What a unit gains, for each of the columns.</param>
    /// <param name="group">Rows of different groups are not merged.</param>
    /// <returns>Number of the row in the matrix.</returns>
    public int Add(long units, ReadOnlySpan<int> columns, ReadOnlySpan<long> gains, int group = 0)
    {
        var code = Hash(columns, gains, group);
        var slot = (int)(code & (uint)(table.Length - 1));
        for (; table[slot] >= 0; slot = (slot + 1) & (table.Length - 1))
        {
            if (hash[table[slot]] == code && Equals(table[slot], columns, gains, group))
            {
                amount[table[slot]] += units;
                return table[slot];
            }
        }

        table[slot] = amount.Count;
        Append(columns, gains);
        amount.Add(units);
        kind.Add(group);
        hash.Add(code);
        if (amount.Count * 2 > table.Length)
        {
            Grow();
        }

        return amount.Count - 1;
    }

    /// <summary>The matrix of all rows added.</summary>
    /// <param name="capacity">Units that each column can serve, or null where none is limited.</param>
    public GainMatrix Build(long[]? capacity = null) =>
        new([.. amount], [.. first], column[..entries], gain[..entries], columnCount, capacity);

    private static int[] NewTable(int size)
    {
        var slots = new int[size];
        Array.Fill(slots, -1);
        return slots;
    }

    private static uint Hash(ReadOnlySpan<int> columns, ReadOnlySpan<long> gains, int group)
    {
        var code = (ulong)(uint)group;
        for (var k = 0; k < columns.Length; k++)
        {
            code = BitOperations.RotateLeft(code ^ (uint)columns[k], 23) * 0x9E3779B97F4A7C15;
            code = (code ^ (ulong)gains[k]) * 0xD6E8FEB86659FD93;
            code ^= code >> 32;
        }

        return (uint)(code ^ (code >> 29));
    }

    private bool Equals(int row, ReadOnlySpan<int> columns, ReadOnlySpan<long> gains, int group)
    {
        var (from, count) = (first[row], first[row + 1] - first[row]);
        return kind[row] == group && columns.SequenceEqual(column.AsSpan(from, count)) &&
            gains.SequenceEqual(gain.AsSpan(from, count));
    }

    private void Append(ReadOnlySpan<int> columns, ReadOnlySpan<long> gains)
    {
        if (entries + columns.Length > column.Length)
        {
            var size = Math.Max(entries + columns.Length, (int)Math.Min(Array.MaxLength, 2L * column.Length));
            Array.Resize(ref column, size);
            Array.Resize(ref gain, size);
        }

        columns.CopyTo(column.AsSpan(entries));
        gains.CopyTo(gain.AsSpan(entries));
        entries += columns.Length;
        first.Add(entries);
    }

    private void Grow()
    {
        table = NewTable(table.Length * 4);
        for (var row = 0; row < amount.Count; row++)
        {
            var slot = (int)(hash[row] & (uint)(table.Length - 1));
            while (table[slot] >= 0)
            {
                slot = (slot + 1) & (table.Length - 1);
            }

            table[slot] = row;
        }
    }
}
