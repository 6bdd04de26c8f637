namespace SpatialPlanner.Data.Readers.Tables;

/// <summary>Rows below a header that hold no feature: totals, remarks, the numbers of the columns.</summary>
internal static class RowKind
{
    private static readonly string[] Totals = ["合计", "总计", "共计", "小计", "累计", "汇总", "总合计", "合计数"];
    private static readonly string[] TotalsInFirstColumn = ["total", "grand total", "subtotal", "sum"];

    private static readonly string[] Notes =
    [
        "注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表人", "填表日期", "填报人", "填报单位", "制表", "审核", "负责人", "单位负责人", "联系人：", "联系电话：",
        "数据来源", "资料来源",
    ];

    /// <summary>True for a row of totals: its first text says so.</summary>
    /// <param name="cells">The row, or as much of its beginning as is known.</param>
    public static bool IsTotal(ReadOnlySpan<object?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] is not string text || string.IsNullOrWhiteSpace(text))
            {
                continue;
            }

            // 合　计 is written with blanks of either width.
            var word = text.Trim();
            var plain = word.Length <= 8
                ? word.Replace(" ", string.Empty, StringComparison.Ordinal).Replace("　", string.Empty, StringComparison.Ordinal).TrimEnd(':', '：')
                : word;
            return Totals.Contains(plain) || (i == 0 && TotalsInFirstColumn.Contains(word.ToLowerInvariant()));
        }

        return false;
    }

    /// <summary>True for a remark below a table: the only text of its row, and it begins like one.</summary>
    public static bool IsNote(ReadOnlySpan<object?> cells)
    {
        string? first = null;
        foreach (var cell in cells)
        {
            if (cell is string text && text.Trim() is { Length: > 0 } trimmed)
            {
                if (first is null)
                {
                    first = trimmed;
                }
                else if (trimmed != first)
                {
                    return false;
                }
            }
            else if (cell is not null and not string)
            {
                return false;
            }
        }

        return first is not null && Notes.Any(n => first.StartsWith(n, StringComparison.Ordinal));
    }

    /// <summary>True for the line below a header that numbers the columns: 1, 2, 3, … or 甲, 乙, 1, 2, ….</summary>
    public static bool IsColumnNumbers(ReadOnlySpan<object?> cells)
    {
        var (next, seen) = (1, 0);
        foreach (var cell in cells)
        {
            var text = TableHeader.Text(cell).Trim('(', ')', '（', '）');
            if (text.Length == 0 || (seen == 0 && text is "甲" or "乙" or "丙" or "栏次"))
            {
                continue;
            }

            if (!long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) || number != next)
            {
                return false;
            }

            (next, seen) = (next + 1, seen + 1);
        }

        return seen >= 3;
    }
}
