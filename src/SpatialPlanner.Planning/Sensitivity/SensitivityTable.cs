using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Sensitivity;

/// <summary>Puts the counts of a service's variants into rows, area by area.</summary>
public static class SensitivityTable
{
    /// <summary>All assumptions, in the order of rows.</summary>
    public static readonly IReadOnlyList<Assumption> Assumptions = Enum.GetValues<Assumption>();

    /// <summary>
    /// The people outside a limit in each area; every building counts in one area of each level, also of the compounds'.
    /// </summary>
    /// <param name="district">The district.</param>
    /// <param name="people">People of each building.</param>
    /// <param name="costMm">Cost of each building's walk.</param>
    /// <param name="limitMm">The limit; it counts.</param>
    public static long[] OutsideByArea(District district, int[] people, int[] costMm, int limitMm)
    {
        var cells = district.Buildings.Cells;
        var byCell = new long[cells.Count];
        for (var b = 0; b < people.Length; b++)
        {
            byCell[cells.Of[b]] += costMm[b] > limitMm ? people[b] : 0;
        }

        var byArea = new long[district.Areas.Count];
        for (var cell = 0; cell < byCell.Length; cell++)
        {
            foreach (var area in cells.AreasOf(cell))
            {
                byArea[area] += byCell[cell];
            }
        }

        return byArea;
    }

    /// <summary>Makes the rows of one service: by area, the row of all assumptions before those of each.</summary>
    /// <param name="district">The district.</param>
    /// <param name="service">Service code.</param>
    /// <param name="total">People of the service's group in each area.</param>
    /// <param name="baseOut">Those outside by the rule, in each area.</param>
    /// <param name="variants">
    /// Those outside with the low and the high setting of each assumption, in each area; in the order of
    /// <see cref="Assumptions"/>.
    /// </param>
    public static IReadOnlyList<SensitivityRow> Make(
        District district, string service, long[] total, long[] baseOut,
        IReadOnlyList<(long[] Low, long[] High)> variants)
    {
        var rows = new List<SensitivityRow>();
        for (var a = 0; a < district.Areas.Count; a++)
        {
            if (district.Areas.Level[a] != AreaLevel.Compound)
            {
                var area = a;
                Add(rows, district.Areas.Level[a], a, service, total[a], baseOut[a], [.. variants.Select(v => (v.Low[area], v.High[area]))]);
            }
        }

        return rows;
    }

    private static void Add(
        List<SensitivityRow> rows, AreaLevel level, int area, string service, long total, long baseOut,
        (long Low, long High)[] outs)
    {
        (long Least, long Most)[] bands =
            [.. outs.Select(o => (Math.Min(baseOut, Math.Min(o.Low, o.High)), Math.Max(baseOut, Math.Max(o.Low, o.High))))];
        int[] byRank = [.. Enumerable.Range(0, bands.Length).OrderByDescending(i => bands[i].Most - bands[i].Least)];
        var first = bands[byRank[0]];
        rows.Add(new SensitivityRow(
            level, area, service, null, total, baseOut, null, null, bands.Min(b => b.Least), bands.Max(b => b.Most), null,
            first.Most == first.Least ? null : Assumptions[byRank[0]]));
        for (var i = 0; i < bands.Length; i++)
        {
            rows.Add(new SensitivityRow(
                level, area, service, Assumptions[i], total, baseOut, outs[i].Low, outs[i].High, bands[i].Least,
                bands[i].Most, Array.IndexOf(byRank, i) + 1, null));
        }
    }
}
