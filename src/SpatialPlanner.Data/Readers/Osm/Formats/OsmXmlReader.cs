using System.Globalization;
using System.IO.Compression;
using System.Xml;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Osm.Store;

namespace SpatialPlanner.Data.Readers.Osm.Formats;

/// <summary>Reads OSM XML, element by element.</summary>
internal sealed class OsmXmlReader(OsmColumns columns, StringPool pool, OsmProblems problems)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
    };

    /// <summary>Reads the file into columns.</summary>
    public void Read(string path, bool gzip, IProgress<Progress>? progress, CancellationToken ct)
    {
        using var file = File.OpenRead(path);
        using Stream stream = gzip ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var xml = XmlReader.Create(stream, Settings);
        try
        {
            var count = 0;
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.Depth == 1)
                {
                    ReadObject(xml);
                }

                if ((++count & 0x3FFF) == 0)
                {
                    ct.ThrowIfCancellationRequested();
                    progress?.Report(new Progress("reading OpenStreetMap", file.Position, file.Length));
                }

                if (columns.EntryCount > PbfReader.MaxEntries)
                {
                    throw OsmErrors.TooLarge(path, PbfReader.MaxEntries);
                }
            }
        }
        catch (XmlException e)
        {
            throw OsmErrors.BadXml(path, $"line {e.LineNumber}", "XML 语法错误或文件不完整", e.Message, e);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
        {
            throw OsmErrors.BadXml(path, $"byte {file.Position}", "gzip 数据已损坏或不完整", "the gzip data is damaged or cut off", e);
        }
    }

    private void ReadObject(XmlReader xml)
    {
        var (kind, line) = (xml.Name, ((IXmlLineInfo)xml).LineNumber);
        if (kind is not ("node" or "way" or "relation"))
        {
            // No Skip(): it would land on the next object, which the caller's Read() would then pass over.
            return;
        }

        var isLive = xml.GetAttribute("visible") != "false" && xml.GetAttribute("action") != "delete";
        var (lon, lat) = kind == "node" ? (E7(xml, "lon", 180), E7(xml, "lat", 90)) : (0, 0);
        var isGood = Id(xml, "id", out var id) && lon is not null && lat is not null;
        var (refs, members) = (columns.Refs.Count, columns.Members.Count);
        var tags = kind == "node" ? columns.NodeTags : kind == "way" ? columns.WayTags : columns.RelationTags;
        isGood &= ReadChildren(xml, kind, tags);
        if (isGood && isLive)
        {
            End(kind, id, lon ?? 0, lat ?? 0);
            return;
        }

        columns.Refs.RemoveRange(refs, columns.Refs.Count - refs);
        columns.Members.RemoveRange(members, columns.Members.Count - members);
        tags.DropOpenObject();
        if (isLive)
        {
            problems.Add(
                ProblemSeverity.Rejected, $"line {line}",
                new($"{kind} 的编号、坐标或成员缺失或不是数字", $"a {kind} whose id, coordinate or member is missing or no number"),
                new("改正该元素后重新导入", "mend the element and import again"));
        }
    }

    private bool ReadChildren(XmlReader xml, string kind, TagColumn tags)
    {
        if (xml.IsEmptyElement)
        {
            return true;
        }

        var isGood = true;
        var depth = xml.Depth;
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (xml.Name == "tag" && xml.GetAttribute("k") is { } key)
            {
                tags.Add(pool.Add(key), pool.Add(xml.GetAttribute("v") ?? ""));
            }
            else if (kind == "way" && xml.Name == "nd")
            {
                isGood &= Id(xml, "ref", out var node);
                columns.Refs.Add(node);
            }
            else if (kind == "relation" && xml.Name == "member")
            {
                isGood &= ReadMember(xml);
            }
        }

        return isGood;
    }

    private bool ReadMember(XmlReader xml)
    {
        OsmKind? kind = xml.GetAttribute("type") switch
        {
            "node" => OsmKind.Node,
            "way" => OsmKind.Way,
            "relation" => OsmKind.Relation,
            _ => null,
        };
        var isGood = Id(xml, "ref", out var id) && kind is not null;
        columns.Members.Add(new OsmMember(kind ?? OsmKind.Node, id, pool.Add(xml.GetAttribute("role") ?? "")));
        return isGood;
    }

    private void End(string kind, long id, int lon, int lat)
    {
        switch (kind)
        {
            case "node": columns.EndNode(id, lon, lat); break;
            case "way": columns.EndWay(id); break;
            default: columns.EndRelation(id); break;
        }
    }

    private static bool Id(XmlReader xml, string name, out long id) =>
        long.TryParse(xml.GetAttribute(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out id);

    private static int? E7(XmlReader xml, string name, int limitDegrees) =>
        !double.TryParse(xml.GetAttribute(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees)
            ? null
            : Math.Abs(degrees) <= limitDegrees
                ? (int)Math.Round(degrees * 1e7)
                : OsmColumns.OutsideWorld;
}
