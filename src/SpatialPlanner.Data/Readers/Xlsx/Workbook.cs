using System.Xml;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">Its part of the package.</param>
/// <param name="IsHidden">True where Excel does not show it.</param>
internal sealed record WorkbookSheet(string Name, string Part, bool IsHidden);

/// <summary>What the sheets of a workbook have in common.</summary>
/// <param name="Sheets">Its sheets in the order of their tabs.</param>
/// <param name="Is1904">True where dates count from 1904.</param>
/// <param name="Styles">Formats of numbers.</param>
internal sealed record Workbook(IReadOnlyList<WorkbookSheet> Sheets, bool Is1904, CellStyles Styles)
{
    private SharedStrings? _strings;

    private string? StringsPart { get; init; }

    /// <summary>Reads the description of a workbook, none of its cells.</summary>
    /// <exception cref="InputException">It has no sheet.</exception>
    public static Workbook Read(XlsxPackage package)
    {
        var part = package.Related(string.Empty).Values.FirstOrDefault(r => r.Type == "officeDocument").Part ?? "xl/workbook.xml";
        var related = package.Related(part);
        var (sheets, is1904) = (new List<WorkbookSheet>(), false);
        package.Read(part, xml =>
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (xml.LocalName == "workbookPr")
                {
                    is1904 = xml.GetAttribute("date1904") is "1" or "true";
                }
                else if (xml.LocalName == "sheet" && XlsxPackage.RelationshipId(xml) is { } id && related.TryGetValue(id, out var target)
                    && target.Type == "worksheet" && package.Has(target.Part))
                {
                    sheets.Add(new WorkbookSheet(
                        xml.GetAttribute("name") ?? $"Sheet{sheets.Count + 1}", target.Part, xml.GetAttribute("state") is "hidden" or "veryHidden"));
                }
            }
        });
        if (sheets.Count == 0)
        {
            throw InputException.Fatal(
                package.File, null, new LocalText("工作簿中没有工作表", "the workbook has no sheet with cells"),
                new LocalText("检查文件，或另存为 .xlsx", "check the file, or save it as .xlsx again"));
        }

        string? Of(string type) => related.Values.FirstOrDefault(r => r.Type == type && package.Has(r.Part)).Part;
        var styles = CellStyles.None;
        if (Of("styles") is { } styled)
        {
            package.Read(styled, xml => styles = CellStyles.Read(xml));
        }

        return new Workbook(sheets, is1904, styles)
        {
            StringsPart = Of("sharedStrings"),
        };
    }

    /// <summary>The texts that cells share; read when they are first asked for.</summary>
    public SharedStrings Strings(XlsxPackage package)
    {
        if (_strings is null)
        {
            var strings = new SharedStrings();
            if (StringsPart is { } part)
            {
                package.Read(part, xml => strings = SharedStrings.Read(xml));
            }

            _strings = strings;
        }

        return _strings;
    }
}
