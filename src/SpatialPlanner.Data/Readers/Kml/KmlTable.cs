using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Kml;

/// <summary>
/// The placemarks of a KML file, or those of one of its top folders. The path of folders is the field <c>folder</c>.
/// </summary>
/// <param name="document">The file.</param>
/// <param name="name">Name of the table.</param>
/// <param name="folder">The top folder; null for all placemarks.</param>
/// <param name="rows">Number of placemarks.</param>
internal sealed class KmlTable(KmlDocument document, string name, string? folder, long rows) : SourceTable(name)
{
    public override DeclaredCrs Crs { get; } = DeclaredCrs.ByStandard("KML");

    public override SourceEncoding Encoding => document.Encoding;

    public override long? Rows => rows;

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        var placemarks = new Placemarks(sink.Fields);
        var (number, links, pictures) = (0L, 0L, 0L);
        document.Walk((xml, folders) =>
        {
            cancel.ThrowIfCancellationRequested();
            switch (xml.LocalName)
            {
                case "NetworkLink":
                    links++;
                    return true;
                case "GroundOverlay" or "ScreenOverlay" or "PhotoOverlay":
                    pictures++;
                    return true;
                case "Placemark" when folder is null || folders.Top == folder:
                    return sink.Take(placemarks.Read(xml, folders.Path, ++number));
                default:
                    number += xml.LocalName == "Placemark" ? 1 : 0;
                    return true;
            }
        });
        Tell(sink, links, pictures, placemarks.Geometry.Closed);
    }

    private static void Tell(ISourceSink sink, long links, long pictures, long closed)
    {
        void Warn(long count, string zh, string en, LocalText remedy)
        {
            if (count > 0)
            {
                sink.Tell(ProblemSeverity.Warning, null, new($"{count} {zh}", $"{count} {en}"), remedy);
            }
        }

        Warn(
            links, "个网络链接（NetworkLink）指向别处的文件，未读取", "network links point to files elsewhere, which are not fetched",
            new("在 Google Earth 中另存链接的内容后导入", "save what they link to in Google Earth and import that"));
        Warn(pictures, "个影像叠加层未读取", "pictures laid over the map were left out", new("无需处理", "nothing to do"));
        Warn(
            closed, "个环首尾不相接，已闭合", "rings did not end where they began and were closed", new("核对这些多边形", "look at these polygons"));
    }
}
