using SpatialPlanner.Engine.Work;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>A matrix of costs that keeps only what is within a limit, in compressed rows.</summary>
/// <param name="First">First entry of each row, and one more: the number of entries.</param>
/// <param name="Column">Column of each entry, by row.</param>
/// <param name="CostMm">Cost of each entry in paced millimetres.</param>
public sealed record SparseRows(int[] First, int[] Column, int[] CostMm)
{
    /// <summary>Number of rows.</summary>
    public int RowCount => First.Length - 1;

    /// <summary>The columns of a row.</summary>
    /// <param name="row">Row.</param>
    public ReadOnlySpan<int> Columns(int row) => Column.AsSpan(First[row]..First[row + 1]);

    /// <summary>The costs of a row, in paced millimetres.</summary>
    /// <param name="row">Row.</param>
    public ReadOnlySpan<int> Costs(int row) => CostMm.AsSpan(First[row]..First[row + 1]);

    /// <summary>Joins rows that were found one by one.</summary>
    /// <param name="rows">Columns and costs of each row.</param>
    /// <param name="threads">Number of threads.</param>
    /// <exception cref="OverflowException">More entries than an array holds.</exception>
    internal static SparseRows Of((int[] Column, int[] CostMm)[] rows, int threads)
    {
        const int RowsPerShare = 256;
        var first = new int[rows.Length + 1];
        for (var r = 0; r < rows.Length; r++)
        {
            first[r + 1] = checked(first[r] + rows[r].Column.Length);
        }

        // Not wiped before: every entry is written below.
        var column = GC.AllocateUninitializedArray<int>(first[^1]);
        var cost = GC.AllocateUninitializedArray<int>(first[^1]);
        Workers.Run((rows.Length + RowsPerShare - 1) / RowsPerShare, threads, () => 0, (_, share) =>
        {
            for (var r = share * RowsPerShare; r < Math.Min(rows.Length, (share + 1) * RowsPerShare); r++)
            {
                rows[r].Column.CopyTo(column, first[r]);
                rows[r].CostMm.CopyTo(cost, first[r]);
            }
        }, CancellationToken.None);
        return new SparseRows(first, column, cost);
    }
}
