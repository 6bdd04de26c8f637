using System.IO.Compression;
using System.Text;

namespace SpatialPlanner.Tests.Support;

/// <summary>Writes Excel workbooks of a few cells, as XML by hand, so that the reader meets what no library writes.</summary>
internal sealed class TinyXlsx
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Documents = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private readonly List<(string Name, string Xml, string State)> _sheets = [];

    /// <summary>Texts shared by the cells, as content of their elements.</summary>
    public List<string> Shared { get; } = [];

    /// <summary>Content of the part of the styles.</summary>
    public string Styles { get; set; } = string.Empty;

    public bool Is1904 { get; set; }

    /// <summary>Adds a sheet: the content of its rows, and what follows them.</summary>
    public TinyXlsx Sheet(string name, string rows, string after = "", string state = "")
    {
        _sheets.Add((name, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData>{after}</worksheet>", state));
        return this;
    }

    /// <summary>Rows of cells with plain values: text inline, numbers as they are, null as no cell.</summary>
    public static string Rows(params object?[][] rows) => string.Concat(rows.Select((cells, r) =>
        $"<row r=\"{r + 1}\">" + string.Concat(cells.Select((value, c) => Cell(c, r + 1, value))) + "</row>"));

    public static string Cell(int column, int row, object? value) => value switch
    {
        null => string.Empty,
        string text => $"<c r=\"{(char)('A' + column)}{row}\" t=\"inlineStr\"><is><t>{text}</t></is></c>",
        _ => FormattableString.Invariant($"<c r=\"{(char)('A' + column)}{row}\"><v>{value}</v></c>"),
    };

    public byte[] ToBytes()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
            Add(zip, "_rels/.rels", Relations(("r1", "officeDocument", "xl/workbook.xml")));
            Add(zip, "xl/workbook.xml",
                $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Documents}\"><workbookPr date1904=\"{(Is1904 ? 1 : 0)}\"/><sheets>"
                + string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{s.Name}\" sheetId=\"{i + 1}\" {s.State} r:id=\"s{i + 1}\"/>"))
                + "</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", Relations(
                [.. _sheets.Select((_, i) => ($"s{i + 1}", "worksheet", $"worksheets/sheet{i + 1}.xml")),
                    ("t", "sharedStrings", "sharedStrings.xml"), ("y", "styles", "styles.xml")]));
            Add(zip, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(Shared.Select(s => $"<si>{s}</si>"))}</sst>");
            Add(zip, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{Styles}</styleSheet>");
            for (var i = 0; i < _sheets.Count; i++)
            {
                Add(zip, $"xl/worksheets/sheet{i + 1}.xml", _sheets[i].Xml);
            }
        }

        return bytes.ToArray();
    }

    public string Write(TempFolder folder, string name)
    {
        File.WriteAllBytes(folder.File(name), ToBytes());
        return folder.File(name);
    }

    private static string Relations(params (string Id, string Type, string Target)[] relations) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(r => $"<Relationship Id=\"{r.Id}\" Type=\"{Documents}/{r.Type}\" Target=\"{r.Target}\"/>"))
        + "</Relationships>";

    private static void Add(ZipArchive zip, string name, string xml)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
    }
}
