using System.Globalization;
using SpatialPlanner.Data.Crs.Datums;

namespace SpatialPlanner.Data.Crs.Epsg;

/// <summary>
/// The coordinate systems of planning practice in China (<c>data/crs/epsg.csv</c>, part of the program file), each line
/// checked against GDAL by a test.
/// </summary>
internal static class EpsgTable
{
    private static readonly Lazy<IReadOnlyDictionary<int, EpsgRow>> Lines = new(Read);

    /// <summary>All lines, in the order of the file.</summary>
    public static IEnumerable<EpsgRow> All => Lines.Value.Values;

    /// <summary>The line of a code, or null.</summary>
    public static EpsgRow? Find(int code) => Lines.Value.GetValueOrDefault(code);

    private static Dictionary<int, EpsgRow> Read()
    {
        using var stream = typeof(EpsgTable).Assembly.GetManifestResourceStream("epsg.csv")
            ?? throw new InvalidOperationException("The program was built without data/crs/epsg.csv.");
        using var reader = new StreamReader(stream);
        var header = reader.ReadLine()!.Split(',');
        var rows = new Dictionary<int, EpsgRow>();
        while (reader.ReadLine() is { } line)
        {
            var cells = header.Zip(line.Split(',')).ToDictionary(c => c.First, c => c.Second);
            var row = Row(cells);
            rows.Add(row.Code, row);
        }

        return rows;
    }

    private static EpsgRow Row(Dictionary<string, string> cells)
    {
        return new EpsgRow(
            (int)Number("epsg"), new(cells["name_zh"], cells["name"]), cells["esri_name"], Datum.Get(cells["datum"]), cells["kind"],
            Whole("zone_degrees"), Whole("zone"), Number("central_meridian"), Number("scale"),
            Number("false_easting"), Number("false_northing"));

        double Number(string column) =>
            cells[column].Length == 0 ? 0 : double.Parse(cells[column], CultureInfo.InvariantCulture);
        int? Whole(string column) =>
            cells[column].Length == 0 ? null : int.Parse(cells[column], CultureInfo.InvariantCulture);
    }
}
