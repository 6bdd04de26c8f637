using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Server.Edits;

/// <summary>Which rows and columns can be edited by hand, and what they are called.</summary>
internal static class EditFields
{
    /// <summary>Layers whose rows can be added, moved and deleted.</summary>
    public static readonly IReadOnlyList<LayerSchema> Drawn = [IdleSpaces, Facilities, Entrances, WalkEdges];

    /// <summary>All layers of which something can be edited.</summary>
    public static readonly IReadOnlyList<LayerSchema> Layers = [.. Drawn, Compounds, Buildings];

    // What follows from the shape, or from where a row came from.
    private static readonly HashSet<string> Fixed = ["length_mm", "from_node", "to_node", "population_source"];

    private static readonly HashSet<string> Required = ["facilities.services", "entrances.kind"];

    private static readonly Dictionary<string, string> Units = new()
    {
        ["floor_area_m2"] = "m²",
        ["cost_cny"] = "CNY",
        ["delay_s"] = "s",
    };

    private static readonly Dictionary<string, LocalText> Labels = new()
    {
        ["name"] = new("名称", "Name"),
        ["community_code"] = new("所属社区", "Community"),
        ["floor_area_m2"] = new("建筑面积", "Floor area"),
        ["storey"] = new("所在楼层", "Storey"),
        ["owner"] = new("权属单位", "Owner"),
        ["cost_cny"] = new("改造费用", "Cost of conversion"),
        ["available_from"] = new("可用日期", "Available from"),
        ["permitted_services"] = new("可设服务", "Permitted services"),
        ["status"] = new("状态", "Status"),
        ["survey_round"] = new("调查轮次", "Survey round"),
        ["note"] = new("备注", "Note"),
        ["services"] = new("服务", "Services"),
        ["capacity"] = new("容量", "Capacity"),
        ["operator"] = new("运营单位", "Operator"),
        ["source"] = new("来源", "Source"),
        ["of_id"] = new("属于（小区或建筑编号）", "Of (id of compound or building)"),
        ["kind"] = new("类型", "Kind"),
        ["access"] = new("通行", "Access"),
        ["hours"] = new("开放时间", "Hours"),
        ["class"] = new("道路类别", "Class of way"),
        ["steps"] = new("台阶", "Steps"),
        ["delay_s"] = new("等候", "Wait"),
        ["grade"] = new("坡度（升高÷水平长）", "Grade (rise over run)"),
        ["bridge"] = new("桥", "Bridge"),
        ["tunnel"] = new("隧道", "Tunnel"),
        ["oneway"] = new("单向", "One way"),
        ["crossing"] = new("过街方式", "Crossing"),
        ["vertical_layer"] = new("竖向层", "Vertical layer"),
        ["gated"] = new("封闭管理", "Gated"),
        ["dwellings"] = new("户数", "Dwellings"),
        ["population"] = new("人口", "Residents"),
        ["compound_id"] = new("所属小区编号", "Compound (id)"),
        ["use"] = new("用途", "Use"),
        ["storeys"] = new("层数", "Storeys"),
        ["age_0_3"] = new("0–3 岁", "Aged 0–3"),
        ["age_3_6"] = new("3–6 岁", "Aged 3–6"),
        ["age_6_12"] = new("6–12 岁", "Aged 6–12"),
        ["age_60_79"] = new("60–79 岁", "Aged 60–79"),
        ["age_80_up"] = new("80 岁以上", "Aged 80 and over"),
    };

    private static readonly Dictionary<string, LocalText> Words = new()
    {
        ["candidate"] = new("候选", "candidate"),
        ["reserve"] = new("储备", "reserve"),
        ["chosen"] = new("已选", "chosen"),
        ["built"] = new("已建成", "built"),
        ["rejected"] = new("不采用", "rejected"),
        ["open"] = new("开放", "open"),
        ["planned"] = new("规划", "planned"),
        ["closed"] = new("关闭", "closed"),
        ["repurposed"] = new("改作他用", "repurposed"),
        ["gate"] = new("小区大门", "gate"),
        ["door"] = new("建筑入口", "door"),
        ["residents"] = new("仅居民", "residents only"),
        ["hours"] = new("定时开放", "at its hours"),
        ["forward"] = new("沿画线方向", "as drawn"),
        ["backward"] = new("逆画线方向", "against its drawing"),
        ["signals"] = new("信号灯", "signals"),
        ["marked"] = new("斑马线", "marked"),
        ["unmarked"] = new("无标线", "unmarked"),
        ["residential"] = new("居住", "residential"),
        ["mixed"] = new("商住混合", "mixed"),
        ["other"] = new("其他", "other"),
    };

    /// <summary>The document of <c>GET /api/v1/edits/fields</c>.</summary>
    public static readonly EditFieldsDocument Document = new([.. Layers.Select(Of)]);

    /// <summary>True for a column that can be edited by hand.</summary>
    public static bool CanEdit(LayerSchema layer, string column) => column != layer.Key && !Fixed.Contains(column) && layer.IndexOf(column) >= 0;

    /// <summary>Columns that a new row must have.</summary>
    public static IEnumerable<string> RequiredOf(LayerSchema layer) => layer.Columns.Select(c => c.Name).Where(c => Required.Contains($"{layer.Name}.{c}"));

    /// <summary>What a column is called.</summary>
    public static LocalText Label(string column) => Labels.GetValueOrDefault(column) ?? new(column, column);

    private static EditableLayer Of(LayerSchema layer)
    {
        var isDrawn = Drawn.Contains(layer);
        return new(
            layer.Name, layer.Title, isDrawn ? layer.Geometry == LayerGeometry.Line ? "line" : "point" : null, isDrawn, isDrawn, isDrawn,
            [.. layer.Columns.Where(c => CanEdit(layer, c.Name)).Select(c => Field(layer, c))]);
    }

    private static EditableField Field(LayerSchema layer, LayerColumn column) => new(
        column.Name, Labels[column.Name], TypeOf(column), column.Allowed is { } words ? [.. words.Select(w => new EditChoice(w, Words[w]))] : null,
        Units.GetValueOrDefault(column.Name), Required.Contains($"{layer.Name}.{column.Name}"));

    private static string TypeOf(LayerColumn column) => column.Name switch
    {
        "services" or "permitted_services" => "services",
        "community_code" => "community",
        "available_from" => "date",
        _ => column.Type.ToString().ToLowerInvariant(),
    };
}
