using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Export;

/// <summary>One export while it runs: the rows in the coordinate system of the file, and the folder of drafts.</summary>
/// <param name="request">What was asked for.</param>
/// <param name="folder">Folder of drafts; every file in it at the end belongs to the export.</param>
/// <param name="progress">Told about the rows.</param>
/// <param name="cancel">Cancels.</param>
internal sealed class ExportJob(
    ExportRequest request, string folder, IProgress<Progress>? progress, CancellationToken cancel)
{
    private const int RowsBetweenReports = 4096;

    // A coordinate system is of no use for a place that does not come back from it.
    private const double SamePlaceDegrees = 1e-6;

    private static readonly Func<string, LocalText> NotFinite = ids => new(
        $"无穷大或非数字的值写成空值：{ids}", $"numbers that are infinite or not a number are written as null: {ids}");

    private readonly bool _converts = request.Crs.Code != CoordinateSystems.Wgs84.Code;

    public ExportRequest Request => request;

    public LayerSchema Layer => request.Layer;

    public CoordinateSystem Crs => request.Crs;

    public CancellationToken Cancel => cancel;

    public ExportNotes Notes { get; } = new();

    /// <summary>Name of the file that was asked for, and the same without its ending.</summary>
    public string FileName { get; } = Path.GetFileName(request.Path);

    public string Stem { get; } = Path.GetFileNameWithoutExtension(request.Path);

    /// <summary>Decimals of a coordinate written as text: a tenth of a millimetre.</summary>
    public int Decimals => Crs.IsGeographic ? 9 : 4;

    /// <summary>Names of the columns with x and y where a format has such.</summary>
    public (string X, string Y) AxisNames => Crs.IsGeographic ? ("lon", "lat") : ("x", "y");

    /// <summary>Name of the encoding of the texts.</summary>
    public string TextEncoding { get; set; } = "UTF-8";

    /// <summary>Rows read so far.</summary>
    public long RowCount { get; private set; }

    /// <summary>Extent of the geometries read so far, in the coordinate system of the file.</summary>
    public Envelope Extent { get; } = new();

    /// <summary>Path of the draft of a file.</summary>
    /// <param name="name">Name that the file will have.</param>
    public string Draft(string name) => Path.Combine(folder, name);

    /// <summary>A new draft, to be written from its beginning.</summary>
    /// <param name="name">Name that the file will have.</param>
    public FileStream Create(string name) => new(Draft(name), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16);

    /// <summary>A file for what must be known before it can be written in its place; gone when it is closed.</summary>
    public FileStream Spool() => new(
        Draft($".spool-{Guid.NewGuid():N}"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16,
        FileOptions.DeleteOnClose);

    /// <summary>The rows, their geometry in the coordinate system of the file and every number finite; once.</summary>
    public IEnumerable<LayerRow> Rows()
    {
        foreach (var row in request.Rows)
        {
            cancel.ThrowIfCancellationRequested();
            RowCount++;
            var geometry = row.Geometry is { IsEmpty: false } g ? (_converts ? Converted(g, row) : g) : null;
            if (geometry is not null)
            {
                Extent.ExpandToInclude(geometry.EnvelopeInternal);
            }

            if (RowCount % RowsBetweenReports == 0)
            {
                progress?.Report(new Progress($"writing {Layer.Name}", RowCount, request.Count));
            }

            var values = Finite(row);
            yield return ReferenceEquals(geometry, row.Geometry) && ReferenceEquals(values, row.Values)
                ? row
                : new LayerRow(geometry, values, row.Place);
        }
    }

    /// <summary>Id of a row, for messages.</summary>
    public string IdOf(LayerRow row) => row.Values is [string { Length: > 0 } key, ..] ? key : $"#{RowCount}";

    private Geometry Converted(Geometry geometry, LayerRow row)
    {
        var converted = Crs.FromWgs84(geometry);
        var (lon, lat) = (geometry.Coordinate.X, geometry.Coordinate.Y);
        var (lonBack, latBack) = Crs.ToWgs84(converted.Coordinate.X, converted.Coordinate.Y);
        // Not "is more than": what is no number is not less either.
        if (Math.Abs(Math.IEEERemainder(lonBack - lon, 360)) < SamePlaceDegrees && Math.Abs(latBack - lat) < SamePlaceDegrees
            && double.IsFinite(converted.EnvelopeInternal.Area))
        {
            return converted;
        }

        throw InputException.Fatal(
            request.Path, IdOf(row),
            new($"经纬度 {lon:0.######}, {lat:0.######} 超出 {Crs.Code} 的适用范围", $"{lon:0.######}, {lat:0.######} is outside the area of {Crs.Code}"),
            new("换一个适用于该地区的坐标系", "take a coordinate system that covers the place"));
    }

    private object?[] Finite(LayerRow row)
    {
        var values = row.Values;
        foreach (var value in values)
        {
            if (value is double number && !double.IsFinite(number))
            {
                Notes.Add(NotFinite, IdOf(row));
                return [.. values.Select(v => v is double d && !double.IsFinite(d) ? null : v)];
            }
        }

        return values;
    }
}
