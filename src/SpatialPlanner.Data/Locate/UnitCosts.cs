namespace SpatialPlanner.Data.Locate;

/// <summary>
/// Costs of a demand's whole weight as costs of one unit of it (OR-Library's capacitated warehouse files give the former), in
/// a scale so fine that sums are exact to some billionths.
/// </summary>
internal static class UnitCosts
{
    private const double MostSum = 4e14;
    private const long FinestScale = 1_000_000_000_000;

    /// <summary>The table with costs of a unit.</summary>
    public static LocateTable Of(LocateTable table)
    {
        var (scale, weight, per) = (table.CostScale, table.Weight, table.WeightScale);
        var largest = 1.0;
        for (var d = 0; d < weight.Length; d++)
        {
            for (var k = table.First[d]; k < table.First[d + 1] && weight[d] > 0; k++)
            {
                largest = Math.Max(largest, (double)table.Cost[k] * per / weight[d]);
            }
        }

        var (finer, sum) = (1L, largest * 5 * weight.Sum());
        while (sum * finer * 10 < MostSum && scale * finer < FinestScale)
        {
            finer *= 10;
        }

        var cost = new long[table.Cost.Length];
        for (var d = 0; d < weight.Length; d++)
        {
            for (var k = table.First[d]; k < table.First[d + 1]; k++)
            {
                cost[k] = weight[d] == 0 ? 0 : (long)Math.Round((decimal)table.Cost[k] * finer * per / weight[d]);
            }
        }

        return table with { Cost = cost, CostScale = scale * finer, FixedCost = Array.ConvertAll(table.FixedCost, f => f * finer) };
    }
}
