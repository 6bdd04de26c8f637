using System.Globalization;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Readers.Sources;
using SpatialPlanner.Data.Readers.Tables;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Xlsx;

/// <summary>A sheet of an Excel workbook: names of columns below titles, then rows; coordinates stand in columns.</summary>
/// <param name="package">The file.</param>
/// <param name="workbook">What its sheets have in common.</param>
/// <param name="sheet">The sheet.</param>
internal sealed class XlsxTable(XlsxPackage package, Workbook workbook, WorkbookSheet sheet) : SourceTable(sheet.Name)
{
    private const int RowsOfHeader = 64;

    /// <summary>Names of further sheets, where this one is taken because none was named.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

    public override bool HasGeometry => false;

    public override void Read(ISourceSink sink, CancellationToken cancel)
    {
        var merged = new MergedCells();
        package.Read(sheet.Part, xml => merged = MergedCells.Read(xml));
        var rows = new SheetRows(workbook, workbook.Strings(package));
        var grid = new GridRows(sink, Place, column => $"column {CellReference.Letters(column)}");
        var (repeated, hidden) = (new Repeats(), 0L);
        package.Read(sheet.Part, xml =>
        {
            var more = true;
            while (more && rows.Next(xml))
            {
                cancel.ThrowIfCancellationRequested();
                var (cells, width) = (rows.Cells, rows.Width);
                if (!merged.IsEmpty)
                {
                    repeated.Add(rows.Number, merged.Fill(rows.Number, cells, ref width));
                }

                hidden += rows.IsHidden ? 1 : 0;
                more = grid.Add(rows.Number, cells.AsSpan(0, width));
                rows.Grown(width);
            }
        });
        if (!grid.Finish())
        {
            throw InputException.Fatal(
                package.File, $"sheet {sheet.Name}", new LocalText("工作表是空的", "the sheet is empty"),
                new LocalText("用 --table 指定有数据的工作表", "name the sheet with the data: --table NAME"));
        }

        Tell(sink, rows, repeated.Below(grid.HeaderEnd), hidden);
    }

    private string Place(long row) => string.Create(CultureInfo.InvariantCulture, $"sheet {sheet.Name}, row {row}");

    private void Tell(ISourceSink sink, SheetRows rows, long repeated, long hidden)
    {
        void Warn((long Count, string? First) of, string zh, string en, string remedyZh, string remedyEn)
        {
            if (of.Count > 0)
            {
                sink.Tell(
                    ProblemSeverity.Warning, of.First is { } first ? $"sheet {sheet.Name}, {first}" : null,
                    new($"{of.Count} {zh}", $"{of.Count} {en}"), new(remedyZh, remedyEn));
            }
        }

        Warn(rows.Errors, "个单元格为错误值（如 #N/A），按空值读取", "cells hold an error such as #N/A and were read as empty", "改正公式", "mend the formulas");
        Warn(
            rows.Unknown, "个公式没有保存结果，按空值读取", "formulas have no stored result and were read as empty",
            "在 Excel 或 WPS 中打开并保存后再导入", "open the file in Excel or WPS, save it, and import again");
        Warn(
            rows.Long, "个编号超过 15 位，Excel 已把后面的数字改为 0", "numbers have more than 15 digits, of which Excel keeps 15",
            "把该列设为文本格式后重新填写", "format the column as text and enter them again");
        Warn((repeated, null), "个单元格取自上方合并单元格的文字", "cells take the text of the merged cell above them", "无需处理", "nothing to do");
        Warn((hidden, null), "个隐藏行也已读取", "hidden rows were read as well", "不需要的行请删除", "delete rows that are not wanted");
        if (Others.Count > 0)
        {
            var names = string.Join(", ", Others);
            sink.Tell(
                ProblemSeverity.Warning, null,
                new($"读取了第一个工作表“{sheet.Name}”；还有：{names}", $"the first sheet, {sheet.Name}, was read; there are also {names}"),
                new("用 --table 指定其他工作表", "name another one with --table"));
        }
    }

    /// <summary>Counts repeated texts by row, since the header is known only some rows later.</summary>
    private sealed class Repeats
    {
        private readonly int[] _first = new int[RowsOfHeader];
        private long _others;

        public void Add(int row, int count)
        {
            if (row < RowsOfHeader)
            {
                _first[row] += count;
            }
            else
            {
                _others += count;
            }
        }

        public long Below(long header) => _others + _first.Skip((int)Math.Min(RowsOfHeader, header + 1)).Sum(c => (long)c);
    }
}
