using System.Text;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>Reads GeoJSON (RFC 7946) into one layer: a feature collection, one feature or one geometry.</summary>
public static class GeoJsonReader
{
    private const int RowsBetweenReports = 8192;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Path of the file, for its name.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="options">The layer and how its columns are found.</param>
    /// <param name="progress">Told about the features read.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file breaks RFC 7946 or is not in WGS 84.</exception>
    public static LayerBatch Read(
        string path, Stream stream, ReadOptions options, IProgress<Progress>? progress = null,
        CancellationToken cancel = default)
    {
        var file = Path.GetFileName(path);
        var binding = new FieldBinding(file, options.Layer, options.Map);
        var rows = new RowCollector(path, options);
        var properties = new FeatureProperties(binding, rows.Values, options.Layer.Columns.Count);
        var number = 0;
        var parser = new GeoJsonParser(file, properties, (geometry, id, place) =>
        {
            number++;
            if (number % RowsBetweenReports == 0)
            {
                progress?.Report(new Progress($"reading {file}", number));
            }

            if (properties.Fault is var (what, remedy))
            {
                rows.Reject(place, what, remedy);
                return;
            }

            properties.Values[0] ??= id;
            TellRounded(rows, properties, options.Layer, place);
            rows.Add(geometry, properties.Values, place, number);
        }, cancel);
        parser.Parse(Decoded(stream, options.Encoding, file));
        binding.CheckMapped(file);
        TellMended(rows, parser.Builder);
        return rows.ToBatch("EPSG:4326");
    }

    private static Stream Decoded(Stream stream, string? encoding, string file) => encoding is null
        ? stream
        : Encoding.CreateTranscodingStream(stream, TextEncodings.Find(encoding, file), Encoding.UTF8);

    private static void TellRounded(RowCollector rows, FeatureProperties properties, LayerSchema layer, string place)
    {
        if (properties.Rounded >= 0)
        {
            var column = layer.Columns[properties.Rounded].Name;
            rows.Tell(
                ProblemSeverity.Repaired, place, new($"{column} 已取整", $"{column} was rounded to a whole number"),
                new("该字段应为整数", "give whole numbers in this column"));
        }
    }

    private static void TellMended(RowCollector rows, GeometryBuilder builder)
    {
        if (builder.Turned > 0)
        {
            rows.Tell(
                ProblemSeverity.Warning, null,
                new($"{builder.Turned} 个多边形的环方向不符合右手法则，已翻转", $"{builder.Turned} polygons broke the right-hand rule; their rings were turned"),
                new("无需处理", "nothing to do"));
        }

        if (builder.LongPositions > 0)
        {
            rows.Tell(
                ProblemSeverity.Warning, null,
                new($"{builder.LongPositions} 个几何的坐标多于三个数字，多余的已忽略", $"{builder.LongPositions} geometries have positions of more than three numbers; the rest was ignored"),
                new("坐标只写经度、纬度和高程", "give longitude, latitude and height only"));
        }
    }
}
