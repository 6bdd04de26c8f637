using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Csv;

/// <summary>Makes rows of a layer from the fields of one line.</summary>
internal sealed class CsvRow
{
    private static readonly LocalText GiveDegrees = new(
        "填写以度为单位的数字，例如 108.9402", "write degrees as a number, for instance 108.9402");

    private readonly string _file;
    private readonly LayerSchema _layer;
    private readonly string[] _header;
    private readonly int[] _fieldOfColumn;
    private readonly int _lon, _lat, _wkt;
    private readonly WKTReader _wktReader = new(new NetTopologySuite.NtsGeometryServices(PrecisionModel.Floating.Value, 4326));

    public CsvRow(string file, ReadOptions options, string[] header)
    {
        (_file, _layer, _header) = (file, options.Layer, header);
        var count = _layer.Columns.Count;
        var binding = new FieldBinding(
            file, _layer, options.Map, FieldNames.Longitude, FieldNames.Latitude, FieldNames.WellKnownText);
        var fields = new int[count + 3];
        var ranks = new int[count + 3];
        Array.Fill(fields, -1);
        Array.Fill(ranks, int.MaxValue);
        for (var field = 0; field < header.Length; field++)
        {
            foreach (var (column, rank) in binding.Find(header[field]).Where(t => t.Rank < ranks[t.Column]))
            {
                (fields[column], ranks[column]) = (field, rank);
            }
        }

        binding.CheckMapped(file);
        _fieldOfColumn = fields[..count];
        (_lon, _lat, _wkt) = (fields[count], fields[count + 1], fields[count + 2]);
        if (_layer.Geometry != LayerGeometry.None && (_lon < 0 || _lat < 0) && _wkt < 0)
        {
            throw NoCoordinates();
        }
    }

    public void Take(RowCollector rows, string[] fields, string place, int number)
    {
        if (fields.Length > _header.Length)
        {
            rows.Reject(
                place, new($"有 {fields.Length} 个字段，表头只有 {_header.Length} 个", $"{fields.Length} fields, but the header has {_header.Length}"),
                new("含分隔符的文本应加双引号", "put texts that contain the delimiter in double quotes"));
            return;
        }

        var values = new object?[_layer.Columns.Count];
        for (var column = 0; column < values.Length; column++)
        {
            var parsed = rows.Values.FromText(column, Field(fields, _fieldOfColumn[column]));
            if (parsed.Fault is { } fault)
            {
                rows.Reject(place, fault, parsed.Remedy!);
                return;
            }

            values[column] = parsed.Value;
            if (parsed.Rounded)
            {
                var name = _layer.Columns[column].Name;
                rows.Tell(
                    ProblemSeverity.Repaired, place, new($"{name} 已取整", $"{name} was rounded to a whole number"),
                    new("该字段应为整数", "give whole numbers in this column"));
            }
        }

        Geometry? geometry = null;
        if (_layer.Geometry == LayerGeometry.None || TryGeometry(rows, fields, place, out geometry))
        {
            rows.Add(geometry, values, place, number);
        }
    }

    private static string? Field(string[] fields, int index) => index >= 0 && index < fields.Length ? fields[index] : null;

    private bool TryGeometry(RowCollector rows, string[] fields, string place, out Geometry? geometry)
    {
        geometry = null;
        if (Field(fields, _wkt) is { Length: > 0 } wkt && (_lon < 0 || string.IsNullOrWhiteSpace(Field(fields, _lon))))
        {
            return TryWkt(rows, wkt, place, out geometry);
        }

        if (!TryDegrees(rows, fields, _lon, place, out var lon) || !TryDegrees(rows, fields, _lat, place, out var lat))
        {
            return false;
        }

        geometry = Degrees.AreFine(lon, lat) ? new Point(lon, lat) : throw Degrees.Refusal(_file, place, lon, lat);
        return true;
    }

    private bool TryDegrees(RowCollector rows, string[] fields, int index, string place, out double degrees)
    {
        var text = Field(fields, index)?.Trim();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees) && double.IsFinite(degrees))
        {
            return true;
        }

        var name = index < 0 ? "lon/lat" : _header[index];
        var what = string.IsNullOrEmpty(text)
            ? new LocalText($"{name} 为空", $"{name} is empty")
            : new LocalText($"{name} “{text}” 不是数字", $"{name} '{text}' is not a number");
        rows.Reject(place, what, GiveDegrees);
        return false;
    }

    private bool TryWkt(RowCollector rows, string wkt, string place, out Geometry? geometry)
    {
        try
        {
            geometry = _wktReader.Read(wkt);
        }
        catch (Exception e) when (e is ParseException or ArgumentException or FormatException)
        {
            geometry = null;
            rows.Reject(
                place, new("WKT 几何无法读取", "the WKT geometry cannot be read"),
                new("例如 POINT (108.94 34.26)", "write for instance POINT (108.94 34.26)"));
            return false;
        }

        foreach (var c in geometry.Coordinates.Where(c => !Degrees.AreFine(c.X, c.Y)))
        {
            throw Degrees.Refusal(_file, place, c.X, c.Y);
        }

        return true;
    }

    private InputException NoCoordinates()
    {
        var found = string.Join(", ", _header);
        return InputException.Fatal(
            _file, "line 1",
            new LocalText($"没有经纬度列；找到的列：{found}", $"no columns of longitude and latitude; found: {found}"),
            new LocalText(
                "列名用 lon 和 lat（或 经度、纬度），或用 --map lon=列 --map lat=列 指定",
                "name them lon and lat (or longitude, latitude, x, y), or give --map lon=COLUMN --map lat=COLUMN"));
    }
}
