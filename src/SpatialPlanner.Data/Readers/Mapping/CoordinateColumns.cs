using System.Globalization;
using NetTopologySuite.Geometries;
using NetTopologySuite.IO;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>Geometry of tables that have it in columns: longitude and latitude (easting and northing), or WKT.</summary>
/// <param name="crs">Coordinate system of the numbers.</param>
/// <param name="decimalComma">True where numbers are written 108,94.</param>
internal sealed class CoordinateColumns(CoordinateSystem crs, bool decimalComma)
{
    /// <summary>Columns that a field may fill besides those of the layer.</summary>
    public static readonly string[] Names = [FieldNames.Longitude, FieldNames.Latitude, FieldNames.WellKnownText];

    private readonly WKTReader _wktReader = new(new NetTopologySuite.NtsGeometryServices(PrecisionModel.Floating.Value, 4326));
    private readonly object?[] _values = new object?[Names.Length];
    private readonly string[] _fields = [.. Names];

    /// <summary>Forgets the former row.</summary>
    public void Begin() => Array.Clear(_values);

    /// <summary>Takes the value of one of <see cref="Names"/>.</summary>
    public void Take(int column, object value, string field) => (_values[column], _fields[column]) = (value, field);

    /// <summary>True where fields of the table can fill the columns.</summary>
    public static bool Found(SourceFields fields, FieldBinding binding)
    {
        var found = fields.Names.SelectMany(f => binding.Find(f)).Select(t => t.Column - binding.LayerColumns).ToHashSet();
        return found.Contains(2) || (found.Contains(0) && found.Contains(1));
    }

    /// <summary>The refusal of a table without such columns.</summary>
    public static InputException NotFound(string file, IReadOnlyList<string> fields)
    {
        var found = string.Join(", ", fields);
        return InputException.Fatal(
            file, "line 1",
            new LocalText($"没有经纬度列；找到的列：{found}", $"no columns of longitude and latitude; found: {found}"),
            new LocalText(
                "列名用 lon 和 lat（或 经度、纬度），或用 --map lon=列 --map lat=列 指定",
                "name them lon and lat (or longitude, latitude, x, y), or give --map lon=COLUMN --map lat=COLUMN"));
    }

    /// <summary>The geometry of the row, or what is wrong with it.</summary>
    public (LocalText What, LocalText Remedy)? Geometry(out Geometry? geometry)
    {
        geometry = null;
        if (_values[2] is string wkt && _values[0] is null)
        {
            return Wkt(wkt, out geometry);
        }

        if (Number(0, out var x) is { } wrongX)
        {
            return wrongX;
        }

        if (Number(1, out var y) is { } wrongY)
        {
            return wrongY;
        }

        geometry = new Point(x, y);
        return null;
    }

    private (LocalText What, LocalText Remedy)? Number(int column, out double number)
    {
        var value = _values[column];
        var text = (value as string)?.Trim();
        if (decimalComma && text is not null)
        {
            text = text.Replace(',', '.');
        }

        number = value switch
        {
            double d => d,
            long whole => whole,
            _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => double.NaN,
        };
        if (double.IsFinite(number))
        {
            return null;
        }

        var name = _fields[column];
        return (
            string.IsNullOrEmpty(text)
                ? new LocalText($"{name} 为空", $"{name} is empty")
                : new LocalText($"{name} “{text}” 不是数字", $"{name} '{text}' is not a number"),
            crs.IsGeographic
                ? new LocalText("填写以度为单位的数字，例如 108.9402", "write degrees as a number, for instance 108.9402")
                : new LocalText("填写以米为单位的数字", "write metres as a number"));
    }

    private (LocalText What, LocalText Remedy)? Wkt(string wkt, out Geometry? geometry)
    {
        try
        {
            geometry = _wktReader.Read(wkt);
            return null;
        }
        catch (Exception e) when (e is ParseException or ArgumentException or FormatException)
        {
            geometry = null;
            return (
                new LocalText("WKT 几何无法读取", "the WKT geometry cannot be read"),
                new LocalText("例如 POINT (108.94 34.26)", "write for instance POINT (108.94 34.26)"));
        }
    }
}
