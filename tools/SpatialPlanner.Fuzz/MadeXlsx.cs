using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Fuzz;

/// <summary>A workbook with a bit of everything that sheets have.</summary>
internal static class MadeXlsx
{
    public static byte[] Bytes()
    {
        var book = new TinyXlsx
        {
            Styles = "<numFmts><numFmt numFmtId=\"200\" formatCode=\"yyyy-mm-dd\"/><numFmt numFmtId=\"201\" formatCode=\"0000\"/></numFmts>"
                + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"200\"/><xf numFmtId=\"201\"/></cellXfs>",
        };
        book.Shared.AddRange(["<t>社区食堂</t>", "<r><t>托育</t></r><r><t>园</t></r>"]);
        return book.Sheet(
            "设施",
            TinyXlsx.Rows(["某某街道设施统计表"], ["编号", "名称", "日期", "床位数", "lon", "lat"])
            + "<row r=\"3\"><c r=\"A3\" s=\"2\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>0</v></c><c r=\"C3\" s=\"1\"><v>45000</v></c><c r=\"D3\"><f>1+1</f><v>30</v></c><c r=\"E3\"><v>108.94</v></c><c r=\"F3\"><v>34.26</v></c></row>"
            + "<row r=\"4\" hidden=\"1\"><c r=\"A4\"><v>2</v></c><c r=\"B4\" t=\"s\"><v>1</v></c><c r=\"C4\" t=\"e\"><v>#N/A</v></c><c r=\"D4\" t=\"b\"><v>1</v></c><c r=\"E4\"><v>1.0895E2</v></c><c r=\"F4\"><v>34.27</v></c></row>"
            + TinyXlsx.Rows([]) + "<row r=\"6\"><c r=\"A6\" t=\"inlineStr\"><is><t>合计</t></is></c></row>",
            "<mergeCells count=\"2\"><mergeCell ref=\"A1:F1\"/><mergeCell ref=\"B3:B4\"/></mergeCells>").Sheet("空", string.Empty, state: "state=\"hidden\"").ToBytes();
    }
}
