using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Collects the rows of one layer: keys, duplicates, geometry and services are judged here for every format.</summary>
/// <param name="file">File name for messages and for the keys of rows that have none.</param>
/// <param name="options">The layer.</param>
internal sealed class RowCollector(string file, ReadOptions options) : IDisposable
{
    private readonly string _file = file;
    private readonly LayerSchema _layer = options.Layer;
    private readonly ServiceCodes _services = new(options.Pack);
    private readonly int _servicesColumn = Math.Max(
        options.Layer.IndexOf("services"), options.Layer.IndexOf("permitted_services"));

    private readonly int _serviceColumn = options.Layer.IndexOf("service");
    private readonly RowSpool _rows = new();
    private readonly ProblemList _problems = new();
    private readonly RowKeys _keys = new();
    private readonly RowCompletion _completion = new(options.Layer, options.Pack.Population);
    private string? _repairedPlace;
    private int _read;
    private int _repaired;
    private int _unnamed;
    private bool _handedOn;

    /// <summary>Parses the values of the layer's columns.</summary>
    public ValueParser Values { get; } = new(options.Layer, options.DecimalComma);

    /// <summary>Buildings whose people were estimated.</summary>
    public int Estimated => _completion.Estimated;

    /// <summary>Rows read so far.</summary>
    public int Read => _read;

    /// <summary>Tells about a row or the file.</summary>
    public void Tell(ProblemSeverity severity, string? place, LocalText what, LocalText remedy)
    {
        _problems.Add(new InputProblem(severity, _file, place, what, remedy));
        if (severity == ProblemSeverity.Repaired && place != _repairedPlace)
        {
            (_repairedPlace, _repaired) = (place, _repaired + 1);
        }
    }

    /// <summary>Counts a row that a reader had to leave out.</summary>
    public void Reject(string place, LocalText what, LocalText remedy)
    {
        _read++;
        Tell(ProblemSeverity.Rejected, place, what, remedy);
    }

    /// <summary>Takes a row, or says why not.</summary>
    /// <param name="geometry">Geometry, or null.</param>
    /// <param name="values">One value for each column.</param>
    /// <param name="place">Place of the row, for messages.</param>
    /// <param name="number">Number of the row, from 1: the key of a row that has none.</param>
    public void Add(Geometry? geometry, object?[] values, string place, long number)
    {
        if (_layer.Geometry == LayerGeometry.None)
        {
            AddAnswers(values, place, number);
            return;
        }

        if (geometry is null)
        {
            Reject(place, new("没有几何", "there is no geometry"), new("补上坐标或删除该行", "give coordinates or delete the row"));
            return;
        }

        var fitted = GeometryFit.Fit(geometry, _layer);
        if (fitted.Fault is { } fault)
        {
            Reject(place, fault, fitted.Remedy!);
            return;
        }

        if (fitted.Repair is { } repair)
        {
            Tell(ProblemSeverity.Repaired, place, repair, fitted.Remedy!);
        }

        for (var i = 0; i < fitted.Parts.Count; i++)
        {
            var own = fitted.Parts.Count == 1 ? values : (object?[])values.Clone();
            Take(fitted.Parts[i], own, place, number, fitted.Parts.Count == 1 ? string.Empty : $"/{i + 1}");
        }
    }

    /// <summary>The batch of all rows taken, which owns them from now on.</summary>
    /// <param name="crs">Coordinate system of the file.</param>
    public LayerBatch ToBatch(string crs)
    {
        if (_unnamed > 0)
        {
            Tell(
                ProblemSeverity.Warning, null,
                new($"{_unnamed} 行没有 {_layer.Key}，已用文件名和行号代替", $"{_unnamed} rows have no {_layer.Key}: file name and row number stand in"),
                new($"用 --map {_layer.Key}=字段 指定", $"name the field with --map {_layer.Key}=FIELD"));
        }

        _handedOn = true;
        return new LayerBatch(
            _file, crs, new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>> { [_layer] = _rows },
            new Dictionary<LayerSchema, int> { [_layer] = _read }, _problems.ToList())
        {
            RowsRepaired = new Dictionary<LayerSchema, int> { [_layer] = _repaired },
        };
    }

    /// <summary>Frees the rows where no batch took them over.</summary>
    public void Dispose()
    {
        if (!_handedOn)
        {
            _rows.Dispose();
        }
    }

    // One answer to "which services do you need" may name several: each becomes a row of its own.
    private void AddAnswers(object?[] values, string place, long number)
    {
        if (_serviceColumn < 0 || values[_serviceColumn] is not string text)
        {
            Take(null, values, place, number, string.Empty);
            return;
        }

        string[] services = Codes(text, place).Split(';');
        for (var i = 0; i < services.Length; i++)
        {
            var own = services.Length == 1 ? values : (object?[])values.Clone();
            own[_serviceColumn] = services[i];
            Take(null, own, place, number, services.Length == 1 ? string.Empty : $"/{i + 1}");
        }
    }

    private void Take(Geometry? geometry, object?[] values, string place, long number, string suffix)
    {
        _read++;
        if (values[0] is not string { Length: > 0 } key)
        {
            _unnamed += suffix is "" or "/1" ? 1 : 0;
            key = $"{Path.GetFileNameWithoutExtension(_file)}-{number}";
        }

        values[0] = key += suffix;
        if (_keys.Add(key, number) is { } former)
        {
            Tell(
                ProblemSeverity.Rejected, place,
                new($"{_layer.Key} “{key}” 与第 {former} 行重复", $"{_layer.Key} '{key}' is already used by row {former}"),
                new("每行使用不同的编号", "give each row an id of its own"));
            return;
        }

        NormaliseServices(values, place);
        var row = new LayerRow(geometry, values, place);
        _completion.Complete(row);
        _rows.Add(row);
    }

    private void NormaliseServices(object?[] values, string place)
    {
        if (_servicesColumn < 0 || values[_servicesColumn] is not string text)
        {
            return;
        }

        values[_servicesColumn] = Codes(text, place);
    }

    private string Codes(string text, string place)
    {
        var unknown = new List<string>();
        var codes = _services.Normalise(text, unknown);
        if (unknown.Count > 0)
        {
            var words = string.Join(", ", unknown);
            Tell(
                ProblemSeverity.Warning, place,
                new($"规则包中没有服务：{words}", $"the rule pack has no service: {words}"),
                new($"可用代码：{_services.Known}", $"use codes of: {_services.Known}"));
        }

        return codes;
    }
}
