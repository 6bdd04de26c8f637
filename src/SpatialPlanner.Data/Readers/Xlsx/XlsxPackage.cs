using System.IO.Compression;
using System.Text;
using System.Xml;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Readers.Xml;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>
/// The parts of an Excel workbook (ECMA-376): a zip of XML. Stands in for DocumentFormat.OpenXml and ExcelDataReader,
/// which keep whole parts in memory and unpack without a limit.
/// </summary>
internal sealed class XlsxPackage : IDisposable
{
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string StrictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships";

    private readonly FileStream _stream;
    private readonly ZipArchive _zip;
    private readonly SourceLimits _limits;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private XlsxPackage(FileStream stream, ZipArchive zip, string file, SourceLimits limits)
    {
        (_stream, _zip, File, _limits) = (stream, zip, file, limits);
        foreach (var entry in zip.Entries)
        {
            _parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        }
    }

    /// <summary>File name for messages.</summary>
    public string File { get; }

    /// <summary>Opens a workbook.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="file">File name for messages.</param>
    /// <param name="limits">Most that is unpacked.</param>
    /// <exception cref="InputException">It is damaged, or has too many parts.</exception>
    public static XlsxPackage Open(string path, string file, SourceLimits limits)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return zip.Entries.Count <= Math.Max(limits.Entries, 10_000)
                ? new XlsxPackage(stream, zip, file, limits)
                : throw new InvalidDataException("too many parts");
        }
        catch (Exception e) when (e is InvalidDataException or IOException or ArgumentException or NotSupportedException)
        {
            stream.Dispose();
            throw Damaged(file, e);
        }
    }

    /// <summary>The refusal of a workbook that is no whole zip.</summary>
    public static InputException Damaged(string file, Exception e) => InputException.Fatal(
        file, null, new LocalText("Excel 文件已损坏或不完整", "the Excel file is damaged or cut off"),
        new LocalText("在 Excel 或 WPS 中打开，另存为 .xlsx 后再导入", "open it in Excel or WPS, save it as .xlsx and import that"), e);

    /// <summary>True where there is such a part.</summary>
    public bool Has(string part) => _parts.ContainsKey(part);

    /// <summary>Packed size of a part in bytes.</summary>
    public long PackedBytes(string part) => _parts[part].CompressedLength;

    /// <summary>Reads a part from its first element to its end.</summary>
    /// <param name="part">Name of the part.</param>
    /// <param name="read">Reads the XML.</param>
    /// <exception cref="InputException">The part is missing, broken or too large.</exception>
    public void Read(string part, Action<XmlReader> read)
    {
        if (!_parts.TryGetValue(part, out var entry))
        {
            throw Damaged(File, new InvalidDataException($"{part} is missing"));
        }

        try
        {
            using var xml = SafeXml.Open(entry.Open(), _limits.UnpackedBytes);
            read(xml);
        }
        catch (XmlException e)
        {
            throw SafeXml.Refuse(File, part, e);
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or DecoderFallbackException)
        {
            throw Damaged(File, e);
        }
    }

    /// <summary>The parts that a part refers to, by id.</summary>
    /// <param name="part">Name of the part.</param>
    public Dictionary<string, (string Type, string Part)> Related(string part)
    {
        var folder = part.Contains('/', StringComparison.Ordinal) ? part[..(part.LastIndexOf('/') + 1)] : string.Empty;
        var relations = $"{folder}_rels/{part[folder.Length..]}.rels";
        var related = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        if (!Has(relations))
        {
            return related;
        }

        Read(relations, xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship" && xml.GetAttribute("TargetMode") != "External"
                    && xml.GetAttribute("Id") is { } id && xml.GetAttribute("Target") is { } target)
                {
                    var type = xml.GetAttribute("Type") ?? string.Empty;
                    related[id] = (type[(type.LastIndexOf('/') + 1)..], Resolve(folder, target));
                }
            }
        });
        return related;
    }

    /// <summary>The id by which an element refers to another part.</summary>
    public static string? RelationshipId(XmlReader xml) =>
        xml.GetAttribute("id", Relationships) ?? xml.GetAttribute("id", StrictRelationships);

    /// <inheritdoc/>
    public void Dispose()
    {
        _zip.Dispose();
        _stream.Dispose();
    }

    private static string Resolve(string folder, string target)
    {
        if (target.StartsWith('/'))
        {
            return target[1..];
        }

        var parts = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var part in target.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..")
            {
                parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
