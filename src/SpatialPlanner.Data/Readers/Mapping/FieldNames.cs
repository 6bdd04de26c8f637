namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>
/// Names under which the columns of the layers come in other people's files, besides the column's own name. Compared
/// without regard to case. A word may stand for several columns: the layer tells which one is meant.
/// XZQMC, JZMJ and their like are the initials that the standards of Chinese land surveys prescribe.
/// </summary>
internal static class FieldNames
{
    public const string Longitude = "lon", Latitude = "lat", WellKnownText = "wkt";

    public static readonly IReadOnlyDictionary<string, string[]> Aliases = new Dictionary<string, string[]>
    {
        [Longitude] = ["lng", "long", "longitude", "x", "经度"],
        [Latitude] = ["latitude", "y", "纬度"],
        [WellKnownText] = ["geometry", "geom", "the_geom"],
        ["id"] = ["编号", "标识", "序号", "osm_id", "gid", "objectid", "bsm"],
        ["code"] = ["编码", "代码", "行政区划代码", "adcode", "id", "xzqdm", "pac"],
        ["name"] = ["名称", "名字", "title", "label", "mc", "xzqmc"],
        ["name_en"] = ["英文名", "英文名称", "name:en"],
        ["level"] = ["级别", "层级"],
        ["parent_code"] = ["上级编码", "上级代码", "parent"],
        ["kind"] = ["类别", "类型"],
        ["households"] = ["户数", "总户数"],
        ["population"] = ["人口", "人口数", "常住人口", "pop"],
        ["age_0_3"] = ["0-3岁", "0–3岁"],
        ["age_3_6"] = ["3-6岁", "3–6岁"],
        ["age_6_12"] = ["6-12岁", "6–12岁"],
        ["age_60_79"] = ["60-79岁", "60–79岁"],
        ["age_80_up"] = ["80岁以上", "80岁及以上"],
        ["dwellings"] = ["户数", "套数", "住宅套数", "units"],
        ["gated"] = ["封闭", "是否封闭"],
        ["of_id"] = ["所属", "所属编号"],
        ["access"] = ["通行", "开放方式"],
        ["hours"] = ["开放时间", "opening_hours"],
        ["compound_id"] = ["小区编号", "小区编码", "compound"],
        ["community_code"] = ["社区编码", "社区代码", "community"],
        ["use"] = ["用途", "功能"],
        ["storeys"] = ["楼层", "层数", "楼层数", "floors", "building:levels", "fwcs"],
        ["storey"] = ["楼层", "所在楼层", "floor"],
        ["floor_area_m2"] = ["面积", "建筑面积", "floor_area", "jzmj"],
        ["area_m2"] = ["面积", "用地面积", "area", "ydmj"],
        ["services"] = ["服务", "服务类型", "service"],
        ["permitted_services"] = ["允许服务", "可改造服务"],
        ["service"] = ["服务", "服务类型"],
        ["capacity"] = ["容量", "床位", "学位"],
        ["status"] = ["状态"],
        ["operator"] = ["运营方", "运营单位"],
        ["source"] = ["来源"],
        ["owner"] = ["产权", "产权单位", "权属"],
        ["cost_cny"] = ["造价", "成本", "改造费用"],
        ["available_from"] = ["可用时间"],
        ["survey_round"] = ["调查轮次"],
        ["note"] = ["备注", "remark", "remarks"],
        ["class"] = ["道路等级", "highway"],
        ["grade"] = ["坡度", "纵坡"],
        ["oneway"] = ["单行"],
        ["crossing"] = ["过街", "过街方式"],
        ["want"] = ["需求", "是否需要"],
        ["age_group"] = ["年龄组", "年龄段"],
        ["need_kind"] = ["需求类型"],
        ["channel"] = ["渠道"],
        ["date"] = ["日期"],
    };
}
