using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>
/// Costs as gains. What a demand would cost at worst, less what it costs, is gained; where all demand must be served, being
/// served gains a premium besides. An answer of the problem with the premium that serves everybody is an answer of the
/// problem in which everybody must be served: nothing that serves everybody gains more.
/// <para>
/// Where only a share must be served, a column that stands for nobody takes the rest at no cost.
/// </para>
/// </summary>
internal sealed class LocateGains
{
    // Sums of gains stay whole in a double.
    private const double MostSum = 4e15;
    private readonly LocateCase _case;
    private readonly bool _hasNobody;

    private LocateGains(LocateCase located, GainMatrix gains, decimal atWorst, long premium, bool hasNobody)
    {
        (_case, Gains, AtWorst, Premium, _hasNobody) = (located, gains, atWorst, premium, hasNobody);
    }

    /// <summary>The gains.</summary>
    public GainMatrix Gains { get; }

    /// <summary>Cost at worst with the premium of everybody: it less what is gained is the cost.</summary>
    public decimal AtWorst { get; }

    /// <summary>What serving one unit gains besides.</summary>
    public long Premium { get; }

    /// <summary>Columns that stand for sites.</summary>
    public int SiteColumns => _case.Table.Sites.Count;

    /// <summary>Number of columns that are in without being sites.</summary>
    public int Others => _hasNobody ? 1 : 0;

    /// <summary>Coverage: every unit within the limit gains 1.</summary>
    /// <param name="located">The case.</param>
    /// <param name="withNobody">True where a column takes those who need not be served.</param>
    public static LocateGains Coverage(LocateCase located, bool withNobody) => Make(located, 0, isCost: false, withNobody, premium: 1);

    /// <summary>Costs.</summary>
    /// <param name="located">The case.</param>
    /// <param name="premium">What serving one unit gains besides, 0 where every demand reaches every site.</param>
    public static LocateGains Costs(LocateCase located, long premium) =>
        Make(located, MaxOf(located), located.Question.Problem != LocateProblem.Lscp, located.Needed < located.Total, premium);

    /// <summary>The premium to begin with; 0 where nobody can be left out.</summary>
    public static long FirstPremium(LocateCase located)
    {
        var hasCosts = !LocateProblems.NeedsSites(located.Question.Problem);
        return !hasCosts && !LocateProblems.HasCapacity(located.Question.Problem) && located.Needed == located.Total && !located.CoverIsInDoubt()
            ? 0 : Math.Max(4 * MaxOf(located), hasCosts ? located.Table.FixedCost.Max() : 0) + 1;
    }

    /// <summary>True where a premium is too large for sums that stay exact.</summary>
    public static bool IsTooLarge(LocateCase located, long premium) =>
        ((double)MaxOf(located) + premium) * located.Total > MostSum;

    private static long MaxOf(LocateCase located) => located.Cost.Length == 0 ? 0 : located.Cost.Max();

    private static LocateGains Make(LocateCase located, long max, bool isCost, bool withNobody, long premium)
    {
        if (((double)max + premium) * located.Total > MostSum)
        {
            throw LocateCheck.Refused(
                "--costs", new("费用与权重之积过大，无法精确求和", "costs times weights are too large to be summed exactly"),
                new("减少小数位或改用更大的单位", "give fewer decimals or a larger unit"));
        }

        var nobody = located.Table.Sites.Count;
        var (first, column, gain, atWorst) = (new int[located.Demands.Length + 1], new List<int>(), new List<long>(), 0m);
        for (var r = 0; r < located.Demands.Length; r++)
        {
            var (from, to) = (located.First[r], located.First[r + 1]);
            var far = premium + (isCost && to > from ? located.Cost[from..to].Max() : 0);
            atWorst += (decimal)far * located.Weight(r);
            for (var k = from; k < to; k++)
            {
                Add(located.Site[k], far - (isCost ? located.Cost[k] : 0));
            }

            if (withNobody)
            {
                Add(nobody, far);
            }

            first[r + 1] = column.Count;
        }

        void Add(int c, long g)
        {
            if (g > 0)
            {
                column.Add(c);
                gain.Add(g);
            }
        }

        long[] amount = [.. Enumerable.Range(0, located.Demands.Length).Select(located.Weight)];
        var gains = new GainMatrix(
            amount, first, [.. column], [.. gain], nobody + (withNobody ? 1 : 0), Capacities(located, withNobody));
        return new LocateGains(located, gains, atWorst, premium, withNobody);
    }

    private static long[]? Capacities(LocateCase located, bool withNobody)
    {
        var isLimited = LocateProblems.HasCapacity(located.Question.Problem);
        if (!isLimited && !withNobody)
        {
            return null;
        }

        var capacity = located.Table.Capacity.Select(c => isLimited ? c ?? GainMatrix.Unlimited : GainMatrix.Unlimited);
        return withNobody ? [.. capacity, located.Total - located.Needed] : [.. capacity];
    }

    /// <summary>States of the columns.</summary>
    public ColumnState[] Fixed() => _hasNobody ? [.. _case.Fixed, ColumnState.In] : _case.Fixed;

    /// <summary>What each column costs, as worth, in units of costs times weights; null where none costs anything.</summary>
    public long[]? Worth(IEnumerable<long> cost) => [.. cost.Select(c => -c), .. new long[Others]];
}
