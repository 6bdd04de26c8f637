using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>The tables of a plan that have no geometry.</summary>
internal static class PlanTables
{
    /// <summary>A row a room.</summary>
    public static PublishedLayer Rooms(PlanAnswer plan) => Table(
        "plan_rooms", new("方案房间", "Rooms of the plan"),
        [
            Text("space_id"), Text("space"), Text("community_code"), Text("typology"), Whole("year"), Text("service"), Real("area_m2"),
            Whole("cost_cny"), Whole("capacity_people"), Whole("new_people"), Real("marginal_gain"), Real("alone_gain"),
        ],
        plan.Sites.SelectMany(s => s.Rooms.Select(r => new object?[]
        {
            s.Id, s.Name, s.CommunityCode, PlanSitesLayer.NameOf(s.Typology), (long)s.Year, r.Service, r.AreaM2, r.CostCny, r.CapacityPeople,
            r.NewPeople, Math.Round(r.MarginalGain, 3), Math.Round(r.AloneGain, 3),
        })));

    /// <summary>A row a community and service.</summary>
    public static PublishedLayer Communities(PlanAnswer plan) => Table(
        "plan_communities", new("方案前后（社区）", "Communities before and after the plan"),
        [
            Text("code"), Text("name"), Text("service"), Whole("total"), Whole("covered_before"), Whole("covered_after"),
            Real("share_before"), Real("share_after"),
        ],
        plan.Communities.Select(c => new object?[]
        {
            c.Code, c.Name, c.Service, c.Total, c.CoveredBefore, c.CoveredAfter, Share(c.CoveredBefore, c.Total), Share(c.CoveredAfter, c.Total),
        }));

    /// <summary>A row a service.</summary>
    public static PublishedLayer Services(PlanAnswer plan) => Table(
        "plan_services", new("方案前后（服务）", "Services before and after the plan"),
        [
            Text("service"), Whole("total"), Whole("covered_before"), Whole("covered_after"), Real("share_before"), Real("share_after"),
            Whole("rooms"), Real("area_m2"),
        ],
        plan.Services.Select(s => new object?[]
        {
            s.Service, s.Total, s.CoveredBefore, s.CoveredAfter, Share(s.CoveredBefore, s.Total), Share(s.CoveredAfter, s.Total), (long)s.Rooms,
            s.AreaM2,
        }));

    /// <summary>A row a space that was not chosen.</summary>
    public static PublishedLayer NotChosen(PlanAnswer plan) => Table(
        "plan_not_chosen", new("未选空间", "Spaces that were not chosen"),
        [Text("id"), Text("name"), Text("reason_zh"), Text("reason_en"), Real("loss_if_forced")],
        plan.NotChosen.Select(n => new object?[] { n.Id, n.Name, n.Reason.Zh, n.Reason.En, Rounded(n.LossIfForced) }));

    /// <summary>A row a change of one space for another.</summary>
    public static PublishedLayer Swaps(PlanAnswer plan) => Table(
        "plan_swaps", new("可替换空间", "Spaces that could stand in"), [Text("out"), Text("in"), Real("loss")],
        plan.Swaps.Select(s => new object?[] { s.Out, s.In, Rounded(s.Loss) }));

    /// <summary>A row a space for later, in their order.</summary>
    public static PublishedLayer Reserve(PlanAnswer plan) => Table(
        "plan_reserve", new("项目储备", "Reserve list"),
        [Whole("order"), Text("id"), Text("name"), Real("gain"), Whole("cost_cny"), Text("services")],
        plan.Reserve.Select((r, i) => new object?[] { i + 1L, r.Id, r.Name, Rounded(r.Gain), r.CostCny, string.Join(';', r.Services) }));

    /// <summary>A row a plan of the front.</summary>
    public static PublishedLayer Pareto(IReadOnlyList<ParetoPoint> points) => Table(
        "plan_pareto", new("帕累托前沿", "Pareto front"),
        [
            Whole("cost_cny"), Real("gain"), Real("bound"), Real("worst_share"), Text("worst_community"), Flag("knee"), Whole("sites"),
            Text("site_ids"),
        ],
        points.Select(p => new object?[]
        {
            p.CostCny, Rounded(p.Gain), Rounded(p.Bound), Math.Round(p.WorstShare, 4), p.WorstCommunity, p.IsKnee, (long)p.Sites.Count,
            string.Join(';', p.Sites),
        }));

    private static PublishedLayer Table(string name, LocalText title, LayerColumn[] columns, IEnumerable<object?[]> rows) =>
        new(name, title, LayerGeometry.None, columns, [.. rows.Select(r => new LayerRow(null, r))], true);

    private static LayerColumn Text(string name) => new(name, ColumnType.Text);

    private static LayerColumn Whole(string name) => new(name, ColumnType.Whole);

    private static LayerColumn Real(string name) => new(name, ColumnType.Real);

    private static LayerColumn Flag(string name) => new(name, ColumnType.Flag);

    private static double? Share(long part, long total) => total == 0 ? null : Math.Round(part / (double)total, 4);

    private static double? Rounded(double? value) => value is { } v && double.IsFinite(v) ? Math.Round(v, 3) : null;
}
