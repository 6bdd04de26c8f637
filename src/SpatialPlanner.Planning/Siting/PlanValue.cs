using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// What sets of rooms gain, exactly. Rooms of different services serve different rows, so each service is worth its own sum and a
/// change of one room asks about one service only.
/// </summary>
internal sealed class PlanValue
{
    private readonly GainMatrix[] _gains;
    private readonly int[][] _columns;
    private readonly int[] _placeInService;
    private readonly int[] _serviceOf;

    /// <summary>Takes a model apart by service.</summary>
    public PlanValue(PlanModel model)
    {
        Model = model;
        var (services, columns) = (model.Columns.Problem.Services.Count, model.Columns.Columns);
        _serviceOf = [.. columns.Select(c => c.Service)];
        _placeInService = new int[columns.Length];
        _columns = [.. Enumerable.Range(0, services).Select(k => Enumerable.Range(0, columns.Length).Where(c => columns[c].Service == k).ToArray())];
        foreach (var its in _columns)
        {
            for (var at = 0; at < its.Length; at++)
            {
                _placeInService[its[at]] = at;
            }
        }

        RowsOf = [.. Enumerable.Range(0, services).Select(k => Enumerable.Range(0, model.Rows.Service.Count).Where(r => model.Rows.Service[r] == k).ToArray())];
        _gains = [.. Enumerable.Range(0, services).Select(Part)];
    }

    /// <summary>The model.</summary>
    public PlanModel Model { get; }

    /// <summary>Rows of the model that each service has.</summary>
    public IReadOnlyList<int[]> RowsOf { get; }

    /// <summary>What a set of columns gains.</summary>
    public long Of(IReadOnlyCollection<int> columns)
    {
        var sum = 0L;
        for (var service = 0; service < _gains.Length; service++)
        {
            sum += OfService(service, columns);
        }

        return sum;
    }

    /// <summary>What those columns of a set gain that are of one service.</summary>
    public long OfService(int service, IEnumerable<int> columns) => Serve(service, columns).Value;

    /// <summary>Who is served by the columns of one service: units at each entry of <see cref="GainsOf"/>.</summary>
    public Assignment Serve(int service, IEnumerable<int> columns)
    {
        int[] its = [.. columns.Where(c => _serviceOf[c] == service).Select(c => _placeInService[c]).Order()];
        return Assignment.Find(_gains[service], its);
    }

    /// <summary>Rows and columns of one service; its columns are <see cref="ColumnsOf"/>.</summary>
    public GainMatrix GainsOf(int service) => _gains[service];

    /// <summary>Columns of one service, as they are numbered in the model.</summary>
    public IReadOnlyList<int> ColumnsOf(int service) => _columns[service];

    /// <summary>Place of a column among those of its service.</summary>
    public int PlaceOf(int column) => _placeInService[column];

    /// <summary>What a column adds to a set that does not have it.</summary>
    public long Added(int column, IReadOnlyCollection<int> columns)
    {
        var service = _serviceOf[column];
        return OfService(service, columns.Append(column)) - OfService(service, columns);
    }

    private GainMatrix Part(int service)
    {
        var whole = Model.Rows.Gains;
        var (amount, first, column, gain) = (new List<long>(), new List<int> { 0 }, new List<int>(), new List<long>());
        foreach (var r in RowsOf[service])
        {
            amount.Add(whole.Amount[r]);
            for (var k = whole.First[r]; k < whole.First[r + 1]; k++)
            {
                column.Add(_placeInService[whole.Column[k]]);
                gain.Add(whole.Gain[k]);
            }

            first.Add(column.Count);
        }

        long[]? capacity = whole.Capacity is { } all ? [.. _columns[service].Select(c => all[c])] : null;
        return new GainMatrix([.. amount], [.. first], [.. column], [.. gain], _columns[service].Length, capacity);
    }
}
