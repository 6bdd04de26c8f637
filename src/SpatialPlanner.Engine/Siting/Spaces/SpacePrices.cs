namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>
/// The prices of money at which the bound is least. It is convex and piecewise linear in each price with the money left over as
/// its slope, so a price is found by cutting tangents: exactly, in a few steps from the price before.
/// </summary>
internal sealed class SpacePrices
{
    private const int MostSteps = 24;
    private const int MostSweeps = 6;
    private readonly PricedSpaces _spaces;
    private readonly double[] _price;
    private readonly double[] _before;
    private readonly double[] _way;
    private bool[] _now;
    private bool[] _low;
    private bool[] _high;
    private double _shareOfHigh;

    /// <summary>Makes prices for some columns, all 0 at first.</summary>
    public SpacePrices(RoomBlocks blocks)
    {
        _spaces = new PricedSpaces(blocks);
        (_price, _before, _way) = (_spaces.Price, new double[blocks.Years], new double[blocks.Years]);
        (_now, _low, _high) = (new bool[blocks.Columns.Length], new bool[blocks.Columns.Length], new bool[blocks.Columns.Length]);
        Split = new PriceSplit(blocks, _spaces);
    }

    /// <summary>The bound at the prices found last, with columns in and out.</summary>
    public PriceSplit Split { get; }

    /// <summary>The least bound over the prices.</summary>
    /// <returns>The bound, or negative infinity where no set is allowed.</returns>
    public double Minimise(ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        if (!_spaces.Settle(state))
        {
            return double.NegativeInfinity;
        }

        _spaces.Refresh();
        if (_price.Length == 1)
        {
            return MinimiseYear(0, profit, state);
        }

        var bound = double.PositiveInfinity;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var before = bound;
            _price.CopyTo(_before, 0);
            for (var year = 0; year < _price.Length && !double.IsNegativeInfinity(bound); year++)
            {
                bound = Math.Min(bound, MinimiseYear(year, profit, state));
            }

            // One price at a time creeps along edges of the bound: a step along the whole way of the sweep (Powell 1964) cuts that short.
            bound = double.IsNegativeInfinity(bound) ? bound : Math.Min(bound, MinimiseOnward(bound, profit, state));
            if (before - bound <= 1e-5 * Math.Abs(bound))
            {
                break;
            }
        }

        return bound;
    }

    /// <summary>The columns of the least bound: those of the sets on both sides of the price, mixed so that the money is spent.</summary>
    public void CopyChosen(Span<double> chosen)
    {
        for (var c = 0; c < chosen.Length; c++)
        {
            chosen[c] = (_low[c] ? 1 - _shareOfHigh : 0) + (_high[c] ? _shareOfHigh : 0);
        }
    }

    // Cuts tangents from both sides of the price at which the money just lasts.
    private double MinimiseYear(int year, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        var (low, high) = (default(Tangent?), default(Tangent?));
        for (var step = 0; step < MostSteps; step++)
        {
            var here = _spaces.At(year, profit, state, _now);
            if (double.IsNegativeInfinity(here.Bound))
            {
                return here.Bound;
            }

            if (here.Left < 0)
            {
                (low, _now, _low) = (here, _low, _now);
            }
            else
            {
                (high, _now, _high) = (here, _high, _now);
            }

            var next = Tangent.Next(low, high, _spaces.Spent[year]);
            if (next is null)
            {
                break;
            }

            _price[year] = next.Value;
        }

        var isHigh = low is null || (high is { } h && h.Bound <= low.Value.Bound);

        // The price taken may not be the one looked at last: the next year begins with all spaces anew.
        _spaces.Refresh();
        _price[year] = isHigh ? high!.Value.Price : low!.Value.Price;
        _shareOfHigh = low is null ? 1 : high is null ? 0 : -low.Value.Left / (high.Value.Left - low.Value.Left);
        return isHigh ? high!.Value.Bound : low!.Value.Bound;
    }

    // Goes on along the way from the prices before to the prices now, as long as the bound falls; each step doubles.
    private double MinimiseOnward(double bound, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state)
    {
        for (var y = 0; y < _way.Length; y++)
        {
            _way[y] = _price[y] - _before[y];
        }

        for (var step = 1.0; step <= 1024 && _way.AsSpan().ContainsAnyExcept(0.0); step *= 2)
        {
            _price.CopyTo(_before, 0);
            for (var y = 0; y < _way.Length; y++)
            {
                _price[y] = Math.Max(0, _price[y] + (step * _way[y]));
            }

            _spaces.Refresh();
            var here = _spaces.At(0, profit, state, _now);
            if (here.Bound >= bound)
            {
                _before.CopyTo(_price, 0);
                _spaces.Refresh();
                break;
            }

            bound = here.Bound;
            (_now, _high, _shareOfHigh) = (_high, _now, 1);
        }

        return bound;
    }
}
