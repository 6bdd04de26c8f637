using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>
/// Geometry of tables that have it in columns: longitude and latitude (easting and northing), both in one text, WKT, or
/// WKB in hexadecimal digits.
/// </summary>
/// <param name="crs">Coordinate system of the numbers.</param>
/// <param name="decimalComma">True where numbers are written 108,94.</param>
/// <param name="mayTurn">False where the user says in which order the numbers of a pair stand.</param>
internal sealed class CoordinateColumns(CoordinateSystem crs, bool decimalComma, bool mayTurn = true)
{
    private const int Longitude = 0, Latitude = 1, Wkt = 2, Pair = 3;

    /// <summary>Columns that a field may fill besides those of the layer.</summary>
    public static readonly string[] Names =
        [FieldNames.Longitude, FieldNames.Latitude, FieldNames.WellKnownText, FieldNames.Pair];

    private readonly HexGeometry _geometry = new();
    private readonly CoordinateText _text = new(crs.IsGeographic, decimalComma, mayTurn);
    private readonly object?[] _values = new object?[Names.Length];
    private readonly string[] _fields = [.. Names];
    private int? _srid;

    /// <summary>Forgets the former row.</summary>
    public void Begin() => Array.Clear(_values);

    /// <summary>Takes the value of one of <see cref="Names"/>.</summary>
    public void Take(int column, object value, string field) => (_values[column], _fields[column]) = (value, field);

    /// <summary>What was read otherwise than as plain numbers.</summary>
    public IEnumerable<(LocalText What, LocalText Remedy)> Remarks() => _text.Remarks();

    /// <summary>True where fields of the table can fill the columns.</summary>
    public static bool Found(SourceFields fields, FieldBinding binding)
    {
        var found = fields.Names.SelectMany(f => binding.Find(f)).Select(t => t.Column - binding.LayerColumns).ToHashSet();
        return found.Contains(Wkt) || found.Contains(Pair) || (found.Contains(Longitude) && found.Contains(Latitude));
    }

    /// <summary>The refusal of a table without such columns.</summary>
    public static InputException NotFound(string file, IReadOnlyList<string> fields)
    {
        var found = string.Join(", ", fields);
        return InputException.Fatal(
            file, "line 1",
            new LocalText($"没有经纬度列；找到的列：{found}", $"no columns of longitude and latitude; found: {found}"),
            new LocalText(
                "列名用 lon 和 lat（或 经度、纬度），或用 --map lon=列 --map lat=列 指定；“108.94,34.26”一列的用 --map lonlat=列",
                "name them lon and lat (or longitude, latitude, x, y), or give --map lon=COLUMN --map lat=COLUMN; --map lonlat=COLUMN for both in one"));
    }

    /// <summary>The geometry of the row, or what is wrong with it.</summary>
    public (LocalText What, LocalText Remedy)? Geometry(out Geometry? geometry)
    {
        geometry = null;
        if (_values[Longitude] is null && _values[Wkt] is string wkt)
        {
            return FromWkt(wkt, out geometry);
        }

        if (_values[Longitude] is null && _values[Pair] is { } pair)
        {
            return FromPair(pair, out geometry);
        }

        if (Number(Longitude, out var x) is { } wrongX)
        {
            return wrongX;
        }

        if (Number(Latitude, out var y) is { } wrongY)
        {
            return wrongY;
        }

        geometry = new Point(x, y);
        return null;
    }

    private (LocalText What, LocalText Remedy)? Number(int column, out double number)
    {
        var value = _values[column];
        number = value switch
        {
            double d => d,
            long whole => whole,
            _ => _text.Number(value as string),
        };
        if (double.IsFinite(number))
        {
            return null;
        }

        var (name, text) = (_fields[column], (value as string)?.Trim());
        return (
            string.IsNullOrEmpty(text)
                ? new LocalText($"{name} 为空", $"{name} is empty")
                : new LocalText($"{name} “{Shown(text)}” 不是数字", $"{name} '{Shown(text)}' is not a number"),
            crs.IsGeographic
                ? new LocalText("填写以度为单位的数字，例如 108.9402", "write degrees as a number, for instance 108.9402")
                : new LocalText("填写以米为单位的数字", "write metres as a number"));
    }

    private (LocalText What, LocalText Remedy)? FromPair(object value, out Geometry? geometry)
    {
        geometry = null;
        if (value is string text && _text.Pair(text) is var (x, y))
        {
            geometry = new Point(x, y);
            return null;
        }

        var shown = Shown(value.ToString()!);
        return (
            new LocalText($"{_fields[Pair]} “{shown}” 不是一对坐标", $"{_fields[Pair]} '{shown}' is no pair of coordinates"),
            new LocalText("写作 108.94,34.26（经度,纬度）", "write 108.94,34.26 (longitude,latitude)"));
    }

    private (LocalText What, LocalText Remedy)? FromWkt(string wkt, out Geometry? geometry)
    {
        geometry = _geometry.Read(wkt);
        if (geometry is null)
        {
            // A column named for a geometry may as well hold "108.94,34.26".
            if (_text.Pair(wkt) is var (x, y))
            {
                geometry = new Point(x, y);
                return null;
            }

            return (
                new LocalText("WKT 几何无法读取", "the WKT geometry cannot be read"),
                new LocalText("例如 POINT (108.94 34.26)", "write for instance POINT (108.94 34.26)"));
        }

        if (EwktSrid.Of(wkt.Trim()) is { } srid && srid != (_srid ??= srid))
        {
            geometry = null;
            return (
                new LocalText($"几何的 SRID {srid} 与前面的 {_srid} 不同", $"the SRID of the geometry is {srid}, where rows above have {_srid}"),
                new LocalText("先统一坐标系", "bring all rows into one coordinate system"));
        }

        return null;
    }

    private static string Shown(string text) => text.Length > 60 ? text[..60] + "…" : text;
}
