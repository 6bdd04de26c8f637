using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Readers.Osm.Store;

/// <summary>Puts the rows of one kind of object into the order of their ids.</summary>
internal static class IdOrder
{
    /// <summary>
    /// Rows in id order. Of rows with one id the last in the file counts: editors write the newer state behind the older.
    /// </summary>
    public static int[] Of(
        List<long> ids, string kind, OsmProblems problems, out long[] sorted, Func<int, bool>? isUsable = null)
    {
        var rows = Usable(ids, kind, problems, isUsable);
        if (!IsAscending(ids, rows))
        {
            rows.Sort((a, b) => ids[a].CompareTo(ids[b]) is var byId and not 0 ? byId : a.CompareTo(b));
            DropDoubles(ids, rows, kind, problems);
        }

        sorted = new long[rows.Count];
        for (var i = 0; i < sorted.Length; i++)
        {
            sorted[i] = ids[rows[i]];
        }

        return [.. rows];
    }

    private static List<int> Usable(List<long> ids, string kind, OsmProblems problems, Func<int, bool>? isUsable)
    {
        var rows = new List<int>(ids.Count);
        for (var row = 0; row < ids.Count; row++)
        {
            if (isUsable is null || isUsable(row))
            {
                rows.Add(row);
                continue;
            }

            problems.Add(
                ProblemSeverity.Rejected, $"{kind}/{ids[row]}",
                new("坐标超出经度 ±180、纬度 ±90 的范围", "the coordinates are outside longitude ±180, latitude ±90"),
                new("在数据源中改正该点后重新导出", "mend the node at its source and export the file again"));
        }

        return rows;
    }

    private static bool IsAscending(List<long> ids, List<int> rows)
    {
        for (var i = 1; i < rows.Count; i++)
        {
            if (ids[rows[i - 1]] >= ids[rows[i]])
            {
                return false;
            }
        }

        return true;
    }

    private static void DropDoubles(List<long> ids, List<int> rows, string kind, OsmProblems problems)
    {
        var kept = 0;
        for (var i = 0; i < rows.Count; i++)
        {
            if (i + 1 == rows.Count || ids[rows[i]] != ids[rows[i + 1]])
            {
                rows[kept++] = rows[i];
                continue;
            }

            problems.Add(
                ProblemSeverity.Repaired, $"{kind}/{ids[rows[i]]}",
                new("同一编号出现多次，采用文件中的最后一个", "the id appears more than once; the last one in the file was taken"),
                new("用不含历史版本的数据文件", "use a file without former versions"));
        }

        rows.RemoveRange(kept, rows.Count - kept);
    }
}
