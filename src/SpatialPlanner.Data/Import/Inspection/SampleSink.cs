using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Mapping;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Import.Inspection;

/// <summary>Keeps the first rows of a table: their texts for people, their geometries to judge the coordinates by.</summary>
/// <param name="file">File name for messages.</param>
/// <param name="hasGeometry">False where the geometry is in columns.</param>
/// <param name="map">The user's own source field by column; names lon, lat and wkt count here.</param>
/// <param name="decimalComma">True where numbers are written with a decimal comma.</param>
/// <param name="mayTurn">False where the user says in which order the numbers of a pair stand.</param>
internal sealed class SampleSink(
    string file, bool hasGeometry, IReadOnlyDictionary<string, string> map, bool decimalComma, bool mayTurn = true) : ISourceSink
{
    /// <summary>Rows that are looked at.</summary>
    public const int Rows = 5000;

    private const int ShownRows = 20;
    private const int MostPoints = 400_000;
    private const int LongestText = 120;

    // Any layer does: only the columns of coordinates are asked for.
    private readonly FieldBinding _binding = new(
        file, new LayerSchema("sample", new(string.Empty, string.Empty), LayerGeometry.Point, []),
        map.Where(m => CoordinateColumns.Names.Contains(m.Key)).ToDictionary(), CoordinateColumns.Names);

    private readonly CoordinateColumns _columns = new(CoordinateSystems.Wgs84, decimalComma, mayTurn);
    private int _points;

    public SourceFields Fields { get; } = new();

    /// <summary>Rows seen.</summary>
    public int Seen { get; private set; }

    /// <summary>Texts of the first rows, by field.</summary>
    public List<string?[]> Shown { get; } = [];

    /// <summary>For each field the kinds of values met, and the first of them as text.</summary>
    public List<(HashSet<string> Types, string? Example)> Values { get; } = [];

    /// <summary>Geometries of the rows in the coordinates of the file.</summary>
    public List<Geometry> Geometries { get; } = [];

    /// <summary>Remarks and faults of the rows seen.</summary>
    public ProblemList Problems { get; } = new();

    public bool Take(SourceRow row)
    {
        Seen++;
        if (row.Fault is var (what, remedy))
        {
            Tell(ProblemSeverity.Rejected, row.Place, what, remedy);
        }

        Look(row);
        if (GeometryOf(row) is { IsEmpty: false } geometry)
        {
            _points += geometry.NumPoints;
            Geometries.Add(geometry);
        }

        return Seen < Rows && _points < MostPoints;
    }

    /// <summary>Keeps a problem.</summary>
    public void Add(InputProblem problem) => Problems.Add(problem);

    public void Tell(ProblemSeverity severity, string? place, LocalText what, LocalText remedy) =>
        Problems.Add(new InputProblem(severity, file, place, what, remedy));

    private void Look(SourceRow row)
    {
        while (Values.Count < Fields.Count)
        {
            Values.Add(([], null));
        }

        var texts = new string?[Fields.Count];
        for (var i = 0; i < texts.Length && i < row.Values.Length; i++)
        {
            if (row.Values[i] is not { } value || value is string { Length: 0 })
            {
                continue;
            }

            var text = Convert.ToString(value, CultureInfo.InvariantCulture)!;
            texts[i] = text.Length > LongestText ? text[..LongestText] + "…" : text;
            Values[i].Types.Add(TypeOf(value, text));
            Values[i] = (Values[i].Types, Values[i].Example ?? texts[i]);
        }

        if (Shown.Count < ShownRows)
        {
            Shown.Add(texts);
        }
    }

    private Geometry? GeometryOf(SourceRow row)
    {
        if (hasGeometry)
        {
            return row.Geometry;
        }

        _columns.Begin();
        var rank = new int[CoordinateColumns.Names.Length];
        Array.Fill(rank, int.MaxValue);
        for (var field = 0; field < Fields.Count && field < row.Values.Length; field++)
        {
            foreach (var target in _binding.Find(Fields.Names[field]))
            {
                if (row.Values[field] is { } value && target.Rank < rank[target.Column])
                {
                    rank[target.Column] = target.Rank;
                    _columns.Take(target.Column, value, Fields.Names[field]);
                }
            }
        }

        return _columns.Geometry(out var geometry) is null ? geometry : null;
    }

    private static string TypeOf(object value, string text) => value switch
    {
        bool => "boolean",
        long => "integer",
        double => "number",
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            && !(text.Length > 1 && text[0] == '0') => "integer",
        _ when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            && !(text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1])) => "number",
        _ => "text",
    };
}
