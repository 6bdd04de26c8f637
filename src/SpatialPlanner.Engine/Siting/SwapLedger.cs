namespace SpatialPlanner.Engine.Siting;

/// <summary>
/// A set of columns without capacities and, kept up to date, what every change of it would gain: a column in, a column out,
/// one for another. The bookkeeping of Resende and Werneck (2003), for any gains: each row knows its best and second best
/// chosen column, and a change touches only rows whose best or second best changes. The greedy search needs no lazy
/// evaluation with it, since the gain of every column is known at any time.
/// </summary>
internal sealed class SwapLedger
{
    private const int Nobody = -1;

    private readonly ReducedProblem problem;
    private readonly ChosenSet set;
    private readonly int[] placeOf;
    private readonly int[] best;
    private readonly long[] bestGain;
    private readonly long[] secondGain;
    private readonly List<int> columns = [];
    private readonly List<long[]> extra = [];
    private readonly List<long> loss = [];

    /// <summary>Begins with the columns that are in.</summary>
    public SwapLedger(ReducedProblem problem)
    {
        (this.problem, set) = (problem, problem.Choices.Begin());
        Gain = (long[])problem.Worth.Clone();
        placeOf = new int[Gain.Length];
        Array.Fill(placeOf, Nobody);
        (best, bestGain, secondGain) = (new int[problem.Gains.RowCount], new long[problem.Gains.RowCount], new long[problem.Gains.RowCount]);
        Array.Fill(best, Nobody);
        for (var r = 0; r < best.Length; r++)
        {
            Count(r, 1);
        }
    }

    /// <summary>What each column that is not chosen would add, its worth counted.</summary>
    public long[] Gain { get; }

    /// <summary>What the set gains.</summary>
    public long Value { get; private set; }

    /// <summary>The chosen columns, in no order.</summary>
    public List<int> Columns => columns;

    /// <summary>What may be chosen beside them.</summary>
    public ChosenSet Set => set;

    /// <summary>True where the column is chosen.</summary>
    public bool IsIn(int column) => placeOf[column] >= 0;

    /// <summary>What is lost when the chosen column at a place leaves.</summary>
    public long Loss(int place) => loss[place] + problem.Worth[columns[place]];

    /// <summary>What is lost less, for each column, when it comes for the chosen column at a place.</summary>
    public long[] Extra(int place) => extra[place];

    /// <summary>Puts a column in.</summary>
    public void Add(int column)
    {
        Value += Gain[column];
        placeOf[column] = columns.Count;
        columns.Add(column);
        set.Add(column);
        if (extra.Count < columns.Count)
        {
            extra.Add(new long[Gain.Length]);
            loss.Add(0);
        }

        var gains = problem.Gains;
        for (var k = gains.FirstOfColumn[column]; k < gains.FirstOfColumn[column + 1]; k++)
        {
            var (r, gain) = (gains.Row[k], gains.GainByColumn[k]);
            if (gain <= secondGain[r])
            {
                continue;
            }

            if (problem.Rows.IsEven[r])
            {
                Cover(r, column, gain);
            }
            else
            {
                Count(r, -1);
                if (gain > bestGain[r])
                {
                    (best[r], secondGain[r], bestGain[r]) = (column, bestGain[r], gain);
                }
                else
                {
                    secondGain[r] = gain;
                }

                Count(r, 1);
            }
        }
    }

    /// <summary>Takes a column out.</summary>
    public void Remove(int column)
    {
        var place = placeOf[column];
        Value -= Loss(place);
        placeOf[column] = Nobody;
        set.Remove(column);
        var gains = problem.Gains;
        for (var k = gains.FirstOfColumn[column]; k < gains.FirstOfColumn[column + 1]; k++)
        {
            var r = gains.Row[k];
            if (problem.Rows.IsEven[r])
            {
                Uncover(r, place);
            }
            else if (best[r] == column || gains.GainByColumn[k] == secondGain[r])
            {
                Count(r, -1, best[r] == column ? place : placeOf[best[r]]);
                FindBest(r);
                Count(r, 1);
            }
        }

        // The last chosen column takes the place; all that the leaving one had is 0 again.
        var last = columns.Count - 1;
        (extra[place], extra[last]) = (extra[last], extra[place]);
        (loss[place], loss[last]) = (loss[last], loss[place]);
        columns[place] = columns[last];
        columns.RemoveAt(last);
        if (place < last)
        {
            placeOf[columns[place]] = place;
        }
    }

    /// <summary>
    /// Counts a first or second chosen column of a row whose gains are all the same, in one pass where the general count takes
    /// two: the first takes the gain from all, who then would save its loss; the second ends that.
    /// </summary>
    private void Cover(int row, int column, long gain)
    {
        var columns = problem.Rows.Column.AsSpan(problem.Rows.First[row], problem.Rows.First[row + 1] - problem.Rows.First[row]);
        var value = problem.Gains.Amount[row] * gain;
        if (best[row] >= 0)
        {
            secondGain[row] = gain;
            Count(columns, placeOf[best[row]], -value);
            return;
        }

        (best[row], bestGain[row]) = (column, gain);
        Count(columns, placeOf[column], value);
        Pass(columns, -value);
    }

    /// <summary>Takes a column out of a row whose gains are all the same.</summary>
    private void Uncover(int row, int place)
    {
        var columns = problem.Rows.Column.AsSpan(problem.Rows.First[row], problem.Rows.First[row + 1] - problem.Rows.First[row]);
        var value = problem.Gains.Amount[row] * bestGain[row];
        var wasShared = secondGain[row] > 0;
        FindBest(row);
        if (!wasShared)
        {
            Count(columns, place, -value);
            Pass(columns, value);
        }
        else if (secondGain[row] == 0)
        {
            Count(columns, placeOf[best[row]], value);
        }
    }

    private void Count(ReadOnlySpan<int> columns, int place, long value)
    {
        var less = extra[place];
        loss[place] += value;
        foreach (var c in columns)
        {
            less[c] += value;
        }
    }

    private void Pass(ReadOnlySpan<int> columns, long value)
    {
        var gain = Gain;
        foreach (var c in columns)
        {
            gain[c] += value;
        }
    }

    /// <summary>The first two chosen columns of a row, largest gains first.</summary>
    private void FindBest(int row)
    {
        var rows = problem.Rows;
        (best[row], bestGain[row], secondGain[row]) = (Nobody, 0, 0);
        for (var k = rows.First[row]; k < rows.First[row + 1]; k++)
        {
            if (placeOf[rows.Column[k]] < 0)
            {
                continue;
            }

            if (best[row] >= 0)
            {
                secondGain[row] = rows.Gain[k];
                return;
            }

            (best[row], bestGain[row]) = (rows.Column[k], rows.Gain[k]);
        }
    }

    private void Count(int row, int sign) => Count(row, sign, best[row] < 0 ? Nobody : placeOf[best[row]]);

    /// <summary>
    /// Adds (or takes off) what a row adds to the books: to the gain of columns that are better than its best, to the loss
    /// of its best, and to what is lost less by those that are better than its second best.
    /// </summary>
    private void Count(int row, int sign, int place)
    {
        var rows = problem.Rows;
        var (most, second, units) = (bestGain[row], secondGain[row], sign * problem.Gains.Amount[row]);
        var less = place < 0 ? null : extra[place];
        if (less is not null)
        {
            loss[place] += units * (most - second);
        }

        for (var k = rows.First[row]; k < rows.First[row + 1] && rows.Gain[k] > second; k++)
        {
            var (column, gain) = (rows.Column[k], rows.Gain[k]);
            if (gain > most)
            {
                Gain[column] += units * (gain - most);
            }

            if (less is not null)
            {
                less[column] += units * (Math.Min(gain, most) - second);
            }
        }
    }
}
