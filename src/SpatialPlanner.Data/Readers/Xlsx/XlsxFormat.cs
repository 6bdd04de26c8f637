using System.IO.Compression;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>Excel workbooks (.xlsx, .xlsm): each sheet a table, the first one that is shown where none is named.</summary>
internal sealed class XlsxFormat : SourceFormat
{
    public override string Name => "XLSX";

    public override bool Recognises(FileHead head)
    {
        if (!head.Bytes.StartsWith("PK\u0003\u0004"u8))
        {
            return false;
        }

        if (head.HasExtension(".xlsx", ".xlsm", ".xltx"))
        {
            return true;
        }

        try
        {
            using var zip = ZipFile.OpenRead(head.Path);
            return zip.GetEntry("xl/workbook.xml") is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    public override SourceFile Open(FileHead head, string file, SourceOptions options, CancellationToken cancel)
    {
        var package = XlsxPackage.Open(head.Path, file, options.Limits);
        try
        {
            var workbook = Workbook.Read(package);
            var main = workbook.Sheets.FirstOrDefault(s => !s.IsHidden) ?? workbook.Sheets[0];
            string[] others = [.. workbook.Sheets.Where(s => !s.IsHidden && s != main).Select(s => s.Name)];
            var tables = workbook.Sheets.Select(s => new XlsxTable(package, workbook, s)
            {
                Others = s == main && others.Length > 0 ? others : [],
                Bytes = package.PackedBytes(s.Part),
            }).ToList();
            return new SourceFile(Name, tables, package)
            {
                Main = tables[workbook.Sheets.ToList().IndexOf(main)],
            };
        }
        catch (InputException)
        {
            package.Dispose();
            throw;
        }
    }
}
