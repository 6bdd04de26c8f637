using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.GeoJson;

/// <summary>GeoJSON and sequences of GeoJSON texts.</summary>
internal sealed class GeoJsonFormat : SourceFormat
{
    public override string Name => "GeoJSON";

    public override bool Recognises(FileHead head)
    {
        var text = head.Text;
        return text.IsEmpty
            ? head.HasExtension(".geojson", ".json")
            : text[0] is (byte)'{' or (byte)'[' || head.HasExtension(".geojson", ".geojsonl", ".geojsons");
    }

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        var encoding = options.Encoding is { } given ? new SourceEncoding(given, EncodingOrigin.User)
            : TextEncodings.ByMark(head.Bytes) ?? SourceEncoding.Utf8;
        return new SourceFile(Name, [new GeoJsonTable(file, () => FileHead.Open(head.Path), encoding)
        {
            Bytes = new FileInfo(head.Path).Length,
        }]);
    }
}
