using System.IO.Compression;
using System.Text;

namespace SpatialPlanner.Data.Export.Xlsx;

/// <summary>
/// A workbook, written sheet after sheet into the archive, so that none is ever in memory; the same sheets give the same
/// bytes. By hand: the Open XML SDK keeps a sheet in memory until the archive is closed, and gives its parts random ids
/// and the time of day.
/// </summary>
/// <param name="target">The file.</param>
/// <param name="date">Date of the entries.</param>
internal sealed class XlsxBook(Stream target, DateTimeOffset date) : IDisposable
{
    private const int LongestName = 31;
    private readonly ZipArchive _zip = new(target, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _names = [];

    /// <summary>Begins a sheet; the one before must be closed.</summary>
    /// <param name="name">Name of the sheet.</param>
    /// <param name="header">Headings.</param>
    public XlsxSheet Add(string name, IReadOnlyList<string> header)
    {
        _names.Add(name.Length <= LongestName ? name : name[..LongestName]);
        return new XlsxSheet(Entry($"xl/worksheets/sheet{_names.Count}.xml"), header);
    }

    /// <summary>Writes what names the sheets, and closes the archive.</summary>
    public void Finish()
    {
        Part("[Content_Types].xml", XlsxParts.ContentTypes(_names.Count));
        Part("_rels/.rels", XlsxParts.Relationships);
        Part("xl/workbook.xml", XlsxParts.Workbook(_names));
        Part("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelationships(_names.Count));
        Part("xl/styles.xml", XlsxParts.Styles);
    }

    /// <inheritdoc/>
    public void Dispose() => _zip.Dispose();

    private void Part(string path, string xml)
    {
        using var part = new StreamWriter(Entry(path).Open(), new UTF8Encoding(false));
        part.Write(xml);
    }

    private ZipArchiveEntry Entry(string path)
    {
        var entry = _zip.CreateEntry(path, CompressionLevel.Fastest);
        entry.LastWriteTime = new DateTimeOffset(date.UtcDateTime, TimeSpan.Zero);
        return entry;
    }
}
