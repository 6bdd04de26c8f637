using System.Text;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>
/// A GeoJSON file (RFC 7946): a feature collection, one feature or one geometry; or a sequence of features, one after
/// another or with record separators (RFC 8142). The older <c>crs</c> member is read too.
/// </summary>
/// <param name="file">File name for messages.</param>
/// <param name="open">Opens the bytes; called once a reading.</param>
/// <param name="encoding">Encoding of the text.</param>
internal sealed class GeoJsonTable(string file, Func<Stream> open, SourceEncoding encoding)
    : SourceTable(Path.GetFileNameWithoutExtension(file))
{
    private static readonly DeclaredCrs Rfc7946 = DeclaredCrs.ByStandard("RFC 7946");

    private DeclaredCrs _crs = Rfc7946;

    public override DeclaredCrs Crs => _crs;

    public override SourceEncoding Encoding => encoding;

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        using var stream = open();
        var row = new SourceRow();
        var properties = new FeatureProperties(sink.Fields, row);
        var parser = new GeoJsonParser(file, properties, sink.Take, cancel)
        {
            BytesRead = bytes => BytesRead = bytes,
        };
        try
        {
            parser.Parse(Decoded(stream));
        }
        catch (DecoderFallbackException e)
        {
            throw InputException.Fatal(
                file, null, new($"文本不是有效的 {encoding.Name}", $"the text is not valid {encoding.Name}"),
                new("用 --encoding 指定编码：utf-8、gbk、big5", "give its encoding: --encoding utf-8, gbk or big5"), e);
        }
        finally
        {
            _crs = parser.Crs is { } declared ? new DeclaredCrs(declared, "“crs”") : Rfc7946;
        }

        TellMended(sink, parser.Builder);
        if (properties.Repeated > 0)
        {
            sink.Tell(
                ProblemSeverity.Warning, null,
                new($"{properties.Repeated} 个属性在同一要素中出现两次，取最后一个", $"{properties.Repeated} properties come twice in one feature; the last one counts"),
                new("每个属性只写一次", "write each property once"));
        }
    }

    private Stream Decoded(Stream stream) => encoding.Name == "utf-8"
        ? stream
        : System.Text.Encoding.CreateTranscodingStream(stream, TextEncodings.Find(encoding.Name, file), new UTF8Encoding(false));

    private static void TellMended(ISourceSink sink, GeometryBuilder builder)
    {
        if (builder.Turned > 0)
        {
            sink.Tell(
                ProblemSeverity.Warning, null,
                new($"{builder.Turned} 个多边形的环方向不符合右手法则，已翻转", $"{builder.Turned} polygons broke the right-hand rule; their rings were turned"),
                new("无需处理", "nothing to do"));
        }

        if (builder.LongPositions > 0)
        {
            sink.Tell(
                ProblemSeverity.Warning, null,
                new($"{builder.LongPositions} 个几何的坐标多于三个数字，多余的已忽略", $"{builder.LongPositions} geometries have positions of more than three numbers; the rest was ignored"),
                new("坐标只写经度、纬度和高程", "give longitude, latitude and height only"));
        }
    }
}
