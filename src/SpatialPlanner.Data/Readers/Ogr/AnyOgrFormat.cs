using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Ogr;

/// <summary>Whatever else GDAL can open, tried when nothing is known of a file.</summary>
internal sealed class AnyOgrFormat : SourceFormat
{
    public override string Name => "GDAL";

    public override bool Recognises(FileHead head) => !head.IsFolder && !head.IsPacked && OgrTool.OfPath.Opens(head.Path);

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel) =>
        OgrConversion.Open(OgrTool.OfPath, head, file, Name, options, cancel);
}
