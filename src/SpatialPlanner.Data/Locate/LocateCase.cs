using SpatialPlanner.Data.Problems;
using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>A table seen through a question: the pairs that may be, what is fixed, who excludes whom.</summary>
internal sealed class LocateCase
{
    private LocateCase(LocateTable table, LocateQuestion question)
    {
        (Table, Question) = (table, question);
        Limit = question.Limit is { } limit ? (long)Math.Floor(limit * table.CostScale) : long.MaxValue;
        Fixed = Array.ConvertAll(table.Role, r => r switch
        {
            SiteRole.Required or SiteRole.Existing => ColumnState.In,
            SiteRole.Forbidden => ColumnState.Out,
            _ => ColumnState.Free,
        });
        Demands = [.. Enumerable.Range(0, table.Demand.Count).Where(d => table.Weight[d] > 0)];
        Existing = table.Role.Count(r => r == SiteRole.Existing);
        Total = Demands.Sum(d => table.Weight[d]);
        Needed = (long)Math.Ceiling(Total * question.CoverShare);
        (First, Site, Cost) = Pairs(Limit);
    }

    public LocateTable Table { get; }

    public LocateQuestion Question { get; }

    /// <summary>Largest cost that may be, in units of the table.</summary>
    public long Limit { get; }

    /// <summary>Demand of weight above 0, which are the rows.</summary>
    public int[] Demands { get; }

    /// <summary>Weight of all demand.</summary>
    public long Total { get; }

    /// <summary>Weight that must be served.</summary>
    public long Needed { get; }

    /// <summary>First pair of each row, and one more.</summary>
    public int[] First { get; }

    /// <summary>Site of each pair within the limit, without those that are forbidden.</summary>
    public int[] Site { get; }

    /// <summary>Cost of each pair.</summary>
    public long[] Cost { get; }

    /// <summary>State of each site.</summary>
    public ColumnState[] Fixed { get; }

    /// <summary>Number of sites that stand already.</summary>
    public int Existing { get; }

    /// <summary>For each site those that may not stand beside it; null where all may.</summary>
    public int[][]? Conflicts { get; private init; }

    /// <summary>Sites that may stand, with those that do.</summary>
    public int MostSites => (int)Math.Min(int.MaxValue, (Question.Sites ?? (long)Table.Sites.Count) + Existing);

    /// <summary>Sites that may be chosen.</summary>
    public int Candidates => Table.Role.Count(r => r is SiteRole.Free or SiteRole.Required);

    /// <summary>Makes the case.</summary>
    /// <exception cref="InputException">A spacing is asked for and the distances between sites are not known.</exception>
    public static LocateCase Of(LocateTable table, LocateQuestion question)
    {
        return question.Spacing is not { } spacing ? new LocateCase(table, question) : new LocateCase(table, question)
        {
            Conflicts = [.. Apart(table, (long)Math.Round(spacing * LocateTable.Millionths)).Select(n => n.Select(p => p.Site).ToArray())],
        };
    }

    /// <summary>For each site the others nearer than so many millionths. What stands already stands, however near.</summary>
    public static IEnumerable<(int Site, long Distance)[]> Apart(LocateTable table, long spacing) => table.NearerThan!(spacing).Select((near, s) =>
        table.Role[s] == SiteRole.Existing ? [.. near.Where(n => table.Role[n.Site] != SiteRole.Existing)] : near);

    /// <summary>The pairs of the rows within a limit, without forbidden sites.</summary>
    public (int[] First, int[] Site, long[] Cost) Pairs(long limit)
    {
        var (first, site, cost) = (new int[Demands.Length + 1], new List<int>(), new List<long>());
        for (var r = 0; r < Demands.Length; r++)
        {
            for (var k = Table.First[Demands[r]]; k < Table.First[Demands[r] + 1]; k++)
            {
                if (Table.Cost[k] <= limit && Fixed[Table.Site[k]] != ColumnState.Out)
                {
                    site.Add(Table.Site[k]);
                    cost.Add(Table.Cost[k]);
                }
            }

            first[r + 1] = site.Count;
        }

        return (first, [.. site], [.. cost]);
    }

    /// <summary>True where not every site reaches every demand that must be served.</summary>
    public bool CoverIsInDoubt() =>
        Needed == Total && Site.Length < (long)Demands.Length * Fixed.Count(s => s != ColumnState.Out);

    /// <summary>Weight of a row.</summary>
    public long Weight(int row) => Table.Weight[Demands[row]];

    /// <summary>A number of costs in units of the input.</summary>
    public decimal Costs(long value) => value / (decimal)Table.CostScale;

    /// <summary>A number of weights in units of the input.</summary>
    public decimal Weights(long value) => value / (decimal)Table.WeightScale;
}
