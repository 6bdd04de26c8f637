using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>Spreadsheets that are not read: old Excel, OpenDocument, files with a password, web pages named .xls.</summary>
internal sealed class OtherSheets : SourceFormat
{
    private static readonly byte[] OldExcel = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public override string Name => "XLS";

    public override bool IsRead => false;

    public override bool Recognises(FileHead head) => head.Bytes.StartsWith(OldExcel)
        || IsOpenDocument(head) || (head.HasExtension(".xls", ".xlsx", ".et") && head.Text.StartsWith("<"u8)) || IsSpreadsheetXml(head);

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        var saveAs = new LocalText("在 Excel 或 WPS 中打开，另存为 .xlsx 后再导入", "open it in Excel or WPS, save it as .xlsx and import that");
        if (head.Bytes.StartsWith(OldExcel))
        {
            throw IsEncrypted(head.Path)
                ? InputException.Fatal(
                    file, null, new LocalText("Excel 文件有密码", "the Excel file has a password"),
                    new LocalText("打开后取消密码，另存为 .xlsx", "open it, take the password off and save it as .xlsx"))
                : InputException.Fatal(file, null, new LocalText("这是旧版 Excel 文件（.xls）", "this is an old Excel file (.xls)"), saveAs);
        }

        throw IsOpenDocument(head)
            ? InputException.Fatal(
                file, null, new LocalText("这是 OpenDocument 表格（.ods）", "this is an OpenDocument spreadsheet (.ods)"),
                new LocalText("在 LibreOffice 或 WPS 中另存为 .xlsx 后再导入", "save it as .xlsx in LibreOffice and import that"))
            : InputException.Fatal(
                file, null,
                new LocalText("文件名是 Excel，内容却是网页或 XML", "the file is named like Excel, but is a web page or XML"), saveAs);
    }

    private static bool IsOpenDocument(FileHead head) => head.Bytes.StartsWith("PK\u0003\u0004"u8)
        && head.Bytes[..Math.Min(256, head.Bytes.Length)].IndexOf("application/vnd.oasis.opendocument"u8) >= 0;

    private static bool IsSpreadsheetXml(FileHead head) => head.Text.StartsWith("<?xml"u8)
        && head.Text[..Math.Min(512, head.Text.Length)].IndexOf("Excel.Sheet"u8) >= 0;

    // A workbook with a password is put whole into the container of old Excel, under this name in UTF-16.
    private static bool IsEncrypted(string path)
    {
        using var stream = FileHead.Open(path);
        var bytes = new byte[1 << 20];
        var read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return bytes.AsSpan(0, read).IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0;
    }
}
