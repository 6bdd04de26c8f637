using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Needs;

/// <summary>
/// Makes need, have and gap of the rules that are no walks: in each area of the rule's level, and as sums above it.
/// </summary>
/// <param name="pack">The rules.</param>
/// <param name="areas">Level of each area of the tables, from district to compound.</param>
/// <param name="parent">Area of the level above that each belongs to; below 0 for none.</param>
/// <param name="people">For whom each area needs services.</param>
/// <param name="facilities">What is there.</param>
public sealed class NeedTable(
    RulePack pack, AreaLevel[] areas, IReadOnlyList<int> parent, AreaPeople[] people, FacilitySizes facilities)
{
    /// <summary>The rows: rule by rule, by area.</summary>
    public IReadOnlyList<NeedRow> Rows()
    {
        var rows = new List<NeedRow>();
        foreach (var rule in pack.Rules.Where(r => !r.IsWalk))
        {
            rows.AddRange(RowsOf(rule));
        }

        return Ranked(rows);
    }

    private IEnumerable<NeedRow> RowsOf(PlanningRule rule)
    {
        var service = rule.Service is { } code ? pack.IndexOfService(code) : (int?)null;
        var group = service is { } s and >= 0 ? DemandGroups.IndexOf(pack.Services[s].Group) : 0;
        var held = facilities.By(rule.Criterion, ServicesOf(rule, service), rule.Level, areas.Length);
        var rows = new NeedRow?[areas.Length];
        // Areas stand level by level, so every area comes before its parts: from the end the parts come first.
        for (var a = areas.Length - 1; a >= 0; a--)
        {
            if (areas[a] == rule.Level)
            {
                rows[a] = RowOf(rule, a, people[a].People[group], held[a]);
            }

            if (rows[a] is { } part && parent[a] is var above and >= 0)
            {
                rows[above] = Sum(rows[above] ?? Nothing(rule, above, people[above].People[group]), part);
            }
        }

        return rows.OfType<NeedRow>();
    }

    private ulong ServicesOf(PlanningRule rule, int? service) => service is { } one
        ? one < 0 ? 0 : 1UL << one
        : rule.Services is null ? ulong.MaxValue
        : rule.Services.Select(pack.IndexOfService).Where(s => s >= 0).Aggregate(0UL, (bits, s) => bits | (1UL << s));

    private NeedRow RowOf(PlanningRule rule, int area, long group, Holdings have)
    {
        var here = people[area];
        var required = Hundredths.Of(rule.Criterion switch
        {
            RuleCriterion.AreaPer1000People => rule.Value * here.People[0] / 1000,
            RuleCriterion.AreaPer100Households => rule.Value * here.Households / 100,
            RuleCriterion.PlacesPer1000People => rule.Value * group / 1000,
            _ => here.People[0] > 0 ? rule.Value : 0,
        });
        var shortfall = Math.Max(0, required - have.Open);
        return new NeedRow(
            rule, areas[area], area, false, here, group, required, have, shortfall, required > 0 ? 1 : 0,
            shortfall > 0 ? 1 : 0, shortfall > 0 && have.FacilitiesUnknown > 0 ? 1 : 0);
    }

    private NeedRow Nothing(PlanningRule rule, int area, long group) =>
        new(rule, areas[area], area, true, people[area], group, 0, default, 0, 0, 0, 0);

    private static NeedRow Sum(NeedRow sum, NeedRow part) => sum with
    {
        Required = sum.Required + part.Required,
        Have = sum.Have + part.Have,
        Shortfall = sum.Shortfall + part.Shortfall,
        Areas = sum.Areas + part.Areas,
        AreasShort = sum.AreasShort + part.AreasShort,
        AreasUnknown = sum.AreasUnknown + part.AreasUnknown,
    };

    // Within the rule, so that a changed rule moves no row of another; scores compare across rules.
    private static List<NeedRow> Ranked(List<NeedRow> rows)
    {
        foreach (var ofRule in Enumerable.Range(0, rows.Count).Where(r => rows[r].Score is not null)
            .GroupBy(r => rows[r].Rule.Id))
        {
            var place = 0;
            foreach (var r in ofRule.OrderByDescending(r => rows[r].Score).ThenBy(r => r).ToList())
            {
                rows[r] = rows[r] with { Priority = ++place };
            }
        }

        return rows;
    }
}
