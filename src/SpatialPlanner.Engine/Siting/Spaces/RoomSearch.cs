namespace SpatialPlanner.Engine.Siting.Spaces;

/// <summary>
/// The best rooms of one space in one year when money has a price: a small multiple-choice knapsack with exclusions, solved
/// exactly by going through the services in the order of value for area (branch and bound of Sinha and Zoltners 1979, with the
/// weaker but quicker bound of the area left at the best rate left: nine services make a few dozen steps).
/// </summary>
internal sealed class RoomSearch(RoomBlocks blocks)
{
    private readonly int[] _slots = new int[65];
    private readonly bool[] _isForced = new bool[65];
    private readonly double[] _most = new double[66];
    private readonly double[] _rate = new double[66];
    private readonly int[] _now = new int[65];
    private readonly int[] _best = new int[65];
    private readonly double[] _value = new double[blocks.Columns.Length];
    private int _slotCount;
    private double _bestValue;
    private int _bestCount;

    /// <summary>The rooms found last.</summary>
    public ReadOnlySpan<int> Found => _best.AsSpan(0, _bestCount);

    /// <summary>
    /// The most that at least one room of the block brings: profit less the price of its cost and of the opening.
    /// </summary>
    /// <param name="block">Space and year.</param>
    /// <param name="price">Price of a unit of money in that year, at least 0.</param>
    /// <param name="profit">Profit of each column.</param>
    /// <param name="state">What is settled.</param>
    /// <param name="required">Services of which there must be a room.</param>
    /// <param name="more">A further column that must be in, or -1.</param>
    /// <param name="less">A further column that must be out, or -1.</param>
    /// <returns>The value, or negative infinity where no room can be.</returns>
    public double Run(
        int block, double price, ReadOnlySpan<double> profit, ReadOnlySpan<ColumnState> state, ulong required, int more = -1, int less = -1)
    {
        (_bestValue, _bestCount, _slotCount) = (double.NegativeInfinity, 0, 0);
        var (from, to) = blocks.ColumnsOf(block);
        var space = blocks.Rules.Spaces[blocks.Columns[from].Space];
        var best = -1;
        for (var c = from; c < to; c++)
        {
            var isOut = !blocks.Possible[c] || state[c] == ColumnState.Out || c == less;
            _value[c] = isOut ? double.NegativeInfinity : profit[c] - (price * blocks.Columns[c].Cost);
            best = !isOut && (best < 0 || _value[c] > _value[best]) ? c : best;
        }

        if (best < 0 || !Gather(block, state, required, more))
        {
            return double.NegativeInfinity;
        }

        if (_slotCount == 0)
        {
            // Nothing is worth its money: the space can still be had, with the room that loses least.
            (_best[0], _bestCount) = (best, 1);
            return _value[best] - (price * space.OpeningCost);
        }

        Order();
        Descend(0, 0, 0, space.Area, blocks.YearLimit[blocks.Columns[from].Year] - space.OpeningCost, 0);
        return _bestValue - (price * space.OpeningCost);
    }

    // The slots that matter: those with a room worth having, and those that must have one. False where one that must cannot.
    private bool Gather(int block, ReadOnlySpan<ColumnState> state, ulong required, int more)
    {
        for (var slot = blocks.FirstSlot[block]; slot < blocks.FirstSlot[block + 1]; slot++)
        {
            var (from, to) = (blocks.FirstColumn[slot], blocks.FirstColumn[slot + 1]);
            var forced = -1;
            var most = double.NegativeInfinity;
            for (var c = from; c < to; c++)
            {
                if (state[c] == ColumnState.In || c == more)
                {
                    if (forced >= 0 || double.IsNegativeInfinity(_value[c]))
                    {
                        return false;
                    }

                    forced = c;
                }

                most = Math.Max(most, _value[c]);
            }

            var service = blocks.Columns[from].Service;
            var must = forced >= 0 || (required >> service & 1) != 0;
            required &= ~(1UL << service);
            for (var c = from; forced >= 0 && c < to; c++)
            {
                _value[c] = c == forced ? _value[c] : double.NegativeInfinity;
            }

            if (must && double.IsNegativeInfinity(most))
            {
                return false;
            }

            if (must || most > 0)
            {
                (_slots[_slotCount], _isForced[_slotCount]) = (slot, must);
                _slotCount++;
            }
        }

        return required == 0;
    }

    // Forced slots first, then the best value for area first; and what all slots from each on can bring at most.
    private void Order()
    {
        for (var i = 0; i < _slotCount; i++)
        {
            var (slot, must) = (_slots[i], _isForced[i]);
            var rate = must ? double.PositiveInfinity : Rate(slot);
            var at = i;
            for (; at > 0 && _rate[at - 1] < rate; at--)
            {
                (_slots[at], _isForced[at], _rate[at]) = (_slots[at - 1], _isForced[at - 1], _rate[at - 1]);
            }

            (_slots[at], _isForced[at], _rate[at]) = (slot, must, rate);
        }

        _most[_slotCount] = 0;
        for (var i = _slotCount - 1; i >= 0; i--)
        {
            _most[i] = _most[i + 1] + Most(_slots[i]);
        }
    }

    private double Rate(int slot)
    {
        var rate = 0.0;
        for (var c = blocks.FirstColumn[slot]; c < blocks.FirstColumn[slot + 1]; c++)
        {
            rate = Math.Max(rate, _value[c] / Math.Max(blocks.Columns[c].Area, 1));
        }

        return rate;
    }

    private double Most(int slot)
    {
        var most = double.NegativeInfinity;
        for (var c = blocks.FirstColumn[slot]; c < blocks.FirstColumn[slot + 1]; c++)
        {
            most = Math.Max(most, _value[c]);
        }

        return most;
    }

    private void Descend(int at, int count, double value, long area, long money, ulong shut)
    {
        if (at == _slotCount)
        {
            if (value > _bestValue && count > 0)
            {
                (_bestValue, _bestCount) = (value, count);
                _now.AsSpan(0, count).CopyTo(_best);
            }

            return;
        }

        // A room of no area at all would break the rate's bound: it counts as one unit there, so the slack is one rate each.
        var left = _isForced[at] ? _most[at] : Math.Min(_most[at], _rate[at] * (area + _slotCount - at));
        if (value + left <= _bestValue)
        {
            return;
        }

        var slot = _slots[at];
        var service = blocks.Columns[blocks.FirstColumn[slot]].Service;
        for (var c = blocks.FirstColumn[slot]; (shut >> service & 1) == 0 && c < blocks.FirstColumn[slot + 1]; c++)
        {
            ref readonly var room = ref blocks.Columns[c];
            if (room.Area <= area && room.Cost <= money && (_isForced[at] ? !double.IsNegativeInfinity(_value[c]) : _value[c] > 0))
            {
                _now[count] = c;
                Descend(at + 1, count + 1, value + _value[c], area - room.Area, money - room.Cost, shut | blocks.Exclusive[service]);
            }
        }

        if (!_isForced[at])
        {
            Descend(at + 1, count, value, area, money, shut);
        }
    }
}
