using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Crs.Systems;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Makes rows of a layer from the rows of a table: fields to columns, coordinates to WGS 84.</summary>
internal sealed class RowMapper : ISourceSink
{
    private readonly LayerSchema _layer;
    private readonly RowCollector _rows;
    private readonly FieldBinding _binding;
    private readonly List<IReadOnlyList<FieldBinding.Target>> _targets = [];
    private readonly List<double> _factors = [];
    private readonly CoordinateColumns? _coordinates;
    private readonly CoordinateSystem _crs;
    private readonly string _file;
    private readonly int[] _rank;
    private readonly long _mostRows;

    /// <param name="file">File name for messages.</param>
    /// <param name="options">The layer and how its columns are found.</param>
    /// <param name="crs">Coordinate system of the table.</param>
    /// <param name="hasGeometry">False where the geometry is in columns.</param>
    /// <param name="rows">Takes the rows.</param>
    public RowMapper(string file, ReadOptions options, CoordinateSystem crs, bool hasGeometry, RowCollector rows)
    {
        (_file, _layer, _crs, _rows) = (file, options.Layer, crs, rows);
        _mostRows = options.Limits.Rows;
        var inColumns = !hasGeometry && _layer.Geometry != LayerGeometry.None;
        _binding = new FieldBinding(file, _layer, options.Map, inColumns ? CoordinateColumns.Names : []);
        _coordinates = inColumns ? new CoordinateColumns(crs, options.DecimalComma, crs is not SwappedSystem) : null;
        _rank = new int[_layer.Columns.Count + CoordinateColumns.Names.Length];
        Fields = new SourceFields(name => _binding.Find(name).Count > 0);
    }

    /// <inheritdoc/>
    public SourceFields Fields { get; }

    /// <inheritdoc/>
    public void Tell(ProblemSeverity severity, string? place, LocalText what, LocalText remedy) =>
        _rows.Tell(severity, place, what, remedy);

    /// <inheritdoc/>
    public bool Take(SourceRow row)
    {
        if (row.Number > _mostRows)
        {
            throw InputException.Fatal(
                _file, row.Place, new($"超过 {_mostRows:N0} 行", $"there are more than {_mostRows:N0} rows"),
                new("拆分文件，或提高 SPATIALPLANNER_MAX_ROWS", "split the file, or raise SPATIALPLANNER_MAX_ROWS"));
        }

        if (row.Number == 1)
        {
            CheckCoordinates();
        }

        if (row.Fault is var (what, remedy))
        {
            _rows.Reject(row.Place, what, remedy);
            return true;
        }

        while (_targets.Count < Fields.Count)
        {
            AddField(Fields.Names[_targets.Count]);
        }

        var values = new object?[_layer.Columns.Count];
        _coordinates?.Begin();
        if (Fill(row, values) && TryGeometry(row, out var geometry))
        {
            values[0] ??= row.Id;
            _rows.Add(geometry, values, row.Place, row.Number);
        }

        return true;
    }

    /// <summary>Refuses mappings from fields that the table does not have; call it after the last row.</summary>
    public void Finish()
    {
        _binding.CheckMapped(_file);
        CheckCoordinates();
        foreach (var (what, remedy) in _coordinates?.Remarks() ?? [])
        {
            Tell(ProblemSeverity.Warning, null, what, remedy);
        }
    }

    private void AddField(string name)
    {
        var targets = _binding.Find(name);
        var factor = ColumnUnits.FactorOf(name, out var unit);
        _targets.Add(targets);
        _factors.Add(factor);
        if (factor != 1 && targets.Any(t => t.Column < _layer.Columns.Count && _layer.Columns[t.Column].Type is ColumnType.Whole or ColumnType.Real))
        {
            Tell(
                ProblemSeverity.Warning, null,
                new($"“{name}”以{unit}为单位，已乘以 {factor:0.##}", $"'{name}' is in units of {unit}: its numbers were multiplied by {factor:0.##}"),
                new("核对数值", "look at the numbers"));
        }
    }

    private void CheckCoordinates()
    {
        if (_coordinates is not null && !CoordinateColumns.Found(Fields, _binding))
        {
            throw CoordinateColumns.NotFound(_file, Fields.Names);
        }
    }

    private bool Fill(SourceRow row, object?[] values)
    {
        Array.Fill(_rank, int.MaxValue);
        for (var field = 0; field < _targets.Count; field++)
        {
            if (_targets[field].Count == 0 || row.Values[field] is not { } value || value is string { Length: 0 })
            {
                continue;
            }

            foreach (var (column, rank) in _targets[field])
            {
                if (rank >= _rank[column])
                {
                    continue;
                }

                _rank[column] = rank;
                if (column >= values.Length)
                {
                    _coordinates!.Take(column - values.Length, value, Fields.Names[field]);
                }
                else if (!TryValue(column, value, row.PlaceOf(field), _factors[field], values))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool TryValue(int column, object value, string place, double factor, object?[] values)
    {
        var parsed = _rows.Values.From(column, value, factor);
        if (parsed.Fault is { } fault)
        {
            _rows.Reject(place, fault, parsed.Remedy!);
            return false;
        }

        values[column] = parsed.Value;
        if (parsed.Stripped)
        {
            var (name, shown) = (_layer.Columns[column].Name, value.ToString()!.Trim());
            _rows.Tell(
                ProblemSeverity.Repaired, place, new($"{name} “{shown}” 按 {parsed.Value} 读取", $"{name} '{shown}' was read as {parsed.Value}"),
                new("只填写数字", "write digits only"));
        }

        if (parsed.Rounded)
        {
            var name = _layer.Columns[column].Name;
            _rows.Tell(
                ProblemSeverity.Repaired, place, new($"{name} 已取整", $"{name} was rounded to a whole number"),
                new("该字段应为整数", "give whole numbers in this column"));
        }

        return true;
    }

    private bool TryGeometry(SourceRow row, out Geometry? geometry)
    {
        geometry = row.PicksKind && row.Geometry is GeometryCollection parts ? GeometryKinds.Pick(parts, _layer) : row.Geometry;
        if (_layer.Geometry == LayerGeometry.None)
        {
            return true;
        }

        if (_coordinates is not null)
        {
            if (_coordinates.Geometry(out geometry) is var (fault, help))
            {
                _rows.Reject(row.Place, fault, help);
                return false;
            }
        }

        if (geometry is null || geometry.IsEmpty)
        {
            return true;
        }

        var raw = geometry;
        geometry = _crs == CoordinateSystems.Wgs84 ? raw : _crs.ToWgs84(raw);
        var box = geometry.EnvelopeInternal;
        if (!Degrees.AreFine(box))
        {
            Degrees.Refuse(_file, row.Place, raw, geometry, _crs);
        }

        return true;
    }
}
