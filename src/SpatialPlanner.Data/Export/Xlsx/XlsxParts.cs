namespace SpatialPlanner.Data.Export.Xlsx;

/// <summary>The parts of a workbook besides its sheets (ISO/IEC 29500-1).</summary>
internal static class XlsxParts
{
    public const string Declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Cell styles: 0 as it is, 1 a heading, 2 text.</summary>
    public const string Styles =
        $"{Declaration}<styleSheet xmlns=\"{Main}\"><fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
        + "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
        + "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill><fill><patternFill patternType=\"gray125\"/></fill></fills>"
        + "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>"
        + "<cellStyleXfs count=\"1\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\"/></cellStyleXfs>"
        + "<cellXfs count=\"3\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
        + "<xf numFmtId=\"0\" fontId=\"1\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyFont=\"1\"/>"
        + "<xf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/></cellXfs>"
        + "<cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>";

    public const string Relationships =
        $"{Declaration}<Relationships xmlns=\"{Package}/relationships\">"
        + $"<Relationship Id=\"rId1\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>";

    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    /// <summary>What each part is.</summary>
    /// <param name="sheets">Number of sheets.</param>
    public static string ContentTypes(int sheets) =>
        $"{Declaration}<Types xmlns=\"{Package}/content-types\">"
        + $"<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Kind}.sheet.main+xml\"/>"
        + $"<Override PartName=\"/xl/styles.xml\" ContentType=\"{Kind}.styles+xml\"/>"
        + Each(sheets, n => $"<Override PartName=\"/xl/worksheets/sheet{n}.xml\" ContentType=\"{Kind}.worksheet+xml\"/>")
        + "</Types>";

    /// <summary>The list of sheets.</summary>
    /// <param name="names">Their names.</param>
    public static string Workbook(IReadOnlyList<string> names) =>
        $"{Declaration}<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><sheets>"
        + Each(names.Count, n => $"<sheet name=\"{XlsxText.Escaped(names[n - 1])}\" sheetId=\"{n}\" r:id=\"rId{n}\"/>")
        + "</sheets></workbook>";

    /// <summary>Where the sheets are.</summary>
    /// <param name="sheets">Number of sheets.</param>
    public static string WorkbookRelationships(int sheets) =>
        $"{Declaration}<Relationships xmlns=\"{Package}/relationships\">"
        + Each(sheets, n => $"<Relationship Id=\"rId{n}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>")
        + $"<Relationship Id=\"rId{sheets + 1}\" Type=\"{Office}/styles\" Target=\"styles.xml\"/></Relationships>";

    private static string Each(int count, Func<int, string> text) =>
        string.Concat(Enumerable.Range(1, count).Select(text));
}
