using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>What one room more would add to a set of rooms.</summary>
internal sealed class AddedGain
{
    private readonly PlanValue _value;
    private readonly Dictionary<int, long> _exact = [];
    private readonly Dictionary<int, long> _atMost = [];
    private IReadOnlyCollection<int> _set;
    private readonly long[]?[] _served;
    private readonly long[] _worth;

    /// <summary>Prepares for a set.</summary>
    public AddedGain(PlanValue value, int[] set)
    {
        (_value, _set) = (value, set);
        var services = value.Model.Columns.Problem.Services.Count;
        (_served, _worth) = (new long[services][], new long[services]);
    }

    /// <summary>Goes on with a set to which columns have come; what other services add is as before.</summary>
    /// <param name="set">The set.</param>
    /// <param name="come">Columns that are new in it.</param>
    public void Take(IReadOnlyCollection<int> set, IReadOnlyList<int> come)
    {
        _set = [.. set];
        foreach (var service in come.Select(c => _value.Model.Columns.Columns[c].Service))
        {
            _served[service] = null;
            foreach (var c in _value.ColumnsOf(service))
            {
                _atMost.Remove(c);
                _exact.Remove(c);
            }
        }
    }

    /// <summary>What a column adds.</summary>
    public long Exactly(int column)
    {
        if (_value.Model.Rows.Gains.Capacity is null)
        {
            return AtMost(column);
        }

        if (!_exact.TryGetValue(column, out var adds))
        {
            var service = _value.Model.Columns.Columns[column].Service;
            _ = RowPrices(service);
            _exact[column] = adds = _value.OfService(service, _set.Append(column)) - _worth[service];
        }

        return adds;
    }

    /// <summary>
    /// At least what a column adds: what it gains above the prices of rows in the best assignment of the set (its dual), for as many
    /// people as it has places. Without capacities the price of a row is what it gains already, and this is exact.
    /// </summary>
    public long AtMost(int column)
    {
        if (_atMost.TryGetValue(column, out var known))
        {
            return known;
        }

        var service = _value.Model.Columns.Columns[column].Service;
        var (price, gains) = (RowPrices(service), _value.GainsOf(service));
        var at = _value.PlaceOf(column);
        var left = gains.Capacity?[at] ?? GainMatrix.Unlimited;
        var better = new List<(long Gain, long Units)>();
        for (var k = gains.FirstOfColumn[at]; k < gains.FirstOfColumn[at + 1]; k++)
        {
            if (gains.GainByColumn[k] - price[gains.Row[k]] is var more && more > 0)
            {
                better.Add((more, gains.Amount[gains.Row[k]]));
            }
        }

        var sum = 0L;
        foreach (var (more, units) in better.OrderByDescending(b => b.Gain))
        {
            var taken = Math.Min(units, left);
            sum += taken * more;
            left -= taken;
        }

        return _atMost[column] = sum;
    }

    // What a unit of each row gains in the best assignment, above the price of the place that it takes.
    private long[] RowPrices(int service)
    {
        if (_served[service] is { } known)
        {
            return known;
        }

        var (gains, serve) = (_value.GainsOf(service), _value.Serve(service, _set));
        var isIn = new bool[gains.ColumnCount];
        foreach (var c in _set)
        {
            if (_value.Model.Columns.Columns[c].Service == service)
            {
                isIn[_value.PlaceOf(c)] = true;
            }
        }

        var price = new long[gains.RowCount];
        for (var r = 0; r < price.Length; r++)
        {
            for (var k = gains.First[r]; k < gains.First[r + 1]; k++)
            {
                price[r] = isIn[gains.Column[k]] ? Math.Max(price[r], gains.Gain[k] - serve.Price[gains.Column[k]]) : price[r];
            }
        }

        _worth[service] = serve.Value;
        return _served[service] = price;
    }
}
