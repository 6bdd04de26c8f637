namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// Which sets of columns may be chosen: so many sites (<c>SiteCount</c>), or rooms in spaces within floor areas and
/// budgets. Every subset of an allowed set that keeps the required columns is allowed too, unless a kind says otherwise.
/// </summary>
public abstract class Choices
{
    /// <summary>Number of columns.</summary>
    public abstract int ColumnCount { get; }

    /// <summary>
    /// The largest sum of profits over the allowed sets, or an upper bound of it (of a relaxation).
    /// </summary>
    /// <param name="profit">Profit of each column; may be negative.</param>
    /// <param name="state">What is settled; the sets have every column that is in and none that is out.</param>
    /// <param name="chosen">Filled with how much of each column the largest sum has, 0..1.</param>
    /// <returns>The sum, or negative infinity where no set is allowed.</returns>
    public abstract double Maximise(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> chosen);

    /// <summary>
    /// For every free column, upper bounds of the same sum with the column chosen and with it left out: what fixing by
    /// reduced cost needs. One of the two is what <see cref="Maximise"/> gave; negative infinity where none is allowed.
    /// </summary>
    /// <param name="profit">Profit of each column.</param>
    /// <param name="state">What is settled.</param>
    /// <param name="ifIn">Filled for each free column.</param>
    /// <param name="ifOut">Filled for each free column.</param>
    public abstract void Bounds(
        ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, Span<double> ifIn, Span<double> ifOut);

    /// <summary>An empty set to be filled.</summary>
    public abstract ChosenSet Begin();

    /// <summary>
    /// True where every allowed set that has the one column and not the other stays allowed when the other takes its place;
    /// a column that gains no more anywhere than one that can stand for it need not be looked at. False is always safe.
    /// </summary>
    /// <param name="better">Column that would come.</param>
    /// <param name="worse">Column that would leave.</param>
    public virtual bool CanStandFor(int better, int worse) => false;

    /// <summary>
    /// The same choices among fewer columns: of those that are not kept, the columns that are in are chosen and the others
    /// are not.
    /// </summary>
    /// <param name="state">What is settled.</param>
    /// <param name="kept">Columns that stay, rising; they are numbered from 0 in the new choices.</param>
    public virtual Choices Restrict(ReadOnlySpan<ColumnState> state, int[] kept) =>
        new RestrictedChoices(this, state, kept);
}
