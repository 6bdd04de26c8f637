namespace SpatialPlanner.Data.Sample;

/// <summary>Where the rows of buildings and the paths between them lie across a parcel, in its own axes.</summary>
/// <param name="Rows">Southern edge of each row and the free space south of it, metres.</param>
/// <param name="Paths">Middle of each path, metres.</param>
internal sealed record RowPlan(IReadOnlyList<(double Y, double FreeSouth)> Rows, IReadOnlyList<double> Paths)
{
    /// <summary>Fills a depth with rows; each path serves the rows on both its sides.</summary>
    public static RowPlan Fill(double low, double high, HousingShape shape)
    {
        var count = 1;
        while (Used(count + 1, shape) <= high - low)
        {
            count++;
        }

        if (count == 1)
        {
            var path = Math.Max(low + 1, Math.Min((low + high) / 2, high - shape.Depth - 2.5));
            return new RowPlan([(path + 2.5, 0)], [path]);
        }

        var stretch = (high - low - (count * shape.Depth)) / (Used(count, shape) - (count * shape.Depth));
        var (rows, paths, at) = (new List<(double, double)> { (low, 0) }, new List<double>(), low + shape.Depth);
        for (var i = 0; i + 1 < count; i++)
        {
            var gap = Gap(i, count, shape) * stretch;
            if (HasPath(i, count))
            {
                paths.Add(at + (gap / 2));
            }

            rows.Add((at + gap, gap));
            at += gap + shape.Depth;
        }

        return new RowPlan(rows, paths);
    }

    private static bool HasPath(int gap, int count) => gap % 2 == 0 || gap == count - 2;

    private static double Gap(int gap, int count, HousingShape shape) =>
        HasPath(gap, count) ? shape.PathGap : shape.BackGap;

    private static double Used(int count, HousingShape shape)
    {
        var used = count * shape.Depth;
        for (var i = 0; i + 1 < count; i++)
        {
            used += Gap(i, count, shape);
        }

        return used;
    }
}
