namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>
/// Names under which the columns of the layers come in other people's files, besides the column's own name. Compared
/// without regard to case, to units in brackets and to numbers of questions. A word may stand for several columns: the
/// layer tells which one is meant. XZQMC, JZMJ and their like are the initials that the standards of land surveys prescribe.
/// </summary>
internal static class FieldNames
{
    public const string Longitude = "lon", Latitude = "lat", WellKnownText = "wkt", Pair = "lonlat";

    // Numbers of rows (序号, fid, objectid, gid) are no ids: every file has a row 1, and the second would take its place.
    public static readonly IReadOnlyDictionary<string, string[]> Aliases = new Dictionary<string, string[]>
    {
        [Longitude] = ["lng", "long", "longitude", "x", "经度", "东经", "经度坐标", "X坐标", "坐标X", "横坐标", "poi_lng", "lon_wgs84", "lng_wgs84", "gcj_lng", "bd_lng"],
        [Latitude] = ["latitude", "y", "纬度", "北纬", "纬度坐标", "Y坐标", "坐标Y", "纵坐标", "poi_lat", "lat_wgs84", "gcj_lat", "bd_lat"],
        [WellKnownText] = ["geometry", "geom", "the_geom", "shape", "wkb_geometry", "wkb", "ewkb", "ewkt", "几何"],
        [Pair] =
        [
            "坐标", "经纬度", "经纬度坐标", "location", "lng_lat", "lon_lat", "lnglat", "latlng", "latlon", "lat_lng", "coordinate", "coordinates",
            "位置坐标", "地理坐标", "高德坐标", "百度坐标", "中心点坐标", "坐标点", "定位",
        ],
        ["id"] = ["编号", "标识", "osm_id", "设施编号", "机构编号", "机构代码", "统一社会信用代码", "poi_id", "uid", "楼栋编号", "答卷编号", "bsm"],
        ["code"] = ["编码", "代码", "行政区划代码", "区划代码", "adcode", "社区代码", "社区编码", "街道代码", "id", "xzqdm", "pac"],
        ["name"] =
        [
            "名称", "名字", "title", "label", "设施名称", "机构名称", "单位名称", "小区名称", "社区名称", "社区", "街道名称", "街道", "项目名称", "场所名称", "学校名称", "养老机构名称",
            "楼栋名称", "房屋名称", "资产名称", "点位名称", "mc", "xzqmc",
        ],
        ["name_en"] = ["英文名", "英文名称", "name:en"],
        ["level"] = ["级别", "层级"],
        ["parent_code"] = ["上级编码", "上级代码", "parent", "所属街道代码"],
        ["kind"] = ["类别", "类型", "fclass", "用地类型", "用地类别", "地类名称", "dlmc"],
        ["households"] = ["户数", "总户数", "户籍户数", "家庭户数", "常住户数"],
        ["population"] = ["人口", "人口数", "常住人口", "常住人口数", "总人口", "人数", "居住人口", "实有人口", "pop"],
        ["age_0_3"] = ["0-3岁", "0–3岁", "0～3岁", "0~3岁", "0—3岁", "0至3岁", "3岁以下", "3岁及以下", "婴幼儿"],
        ["age_3_6"] = ["3-6岁", "3–6岁", "3～6岁", "3~6岁", "3—6岁", "3至6岁", "学龄前儿童"],
        ["age_6_12"] = ["6-12岁", "6–12岁", "6～12岁", "6~12岁", "6—12岁", "6至12岁", "小学生"],
        ["age_60_79"] = ["60-79岁", "60–79岁", "60～79岁", "60~79岁", "60—79岁", "60至79岁"],
        ["age_80_up"] = ["80岁以上", "80岁及以上", "80及以上", "80+", "80岁+", "高龄老人"],
        ["dwellings"] = ["户数", "套数", "住宅套数", "总套数", "units"],
        ["gated"] = ["封闭", "是否封闭", "封闭小区", "是否封闭小区"],
        ["of_id"] = ["所属", "所属编号", "所属小区", "所属小区编号"],
        ["access"] = ["通行", "开放方式", "通行方式"],
        ["hours"] = ["开放时间", "营业时间", "opening_hours"],
        ["compound_id"] = ["小区编号", "小区编码", "所属小区", "compound"],
        ["community_code"] =
        [
            "社区编码", "社区代码", "所属社区", "所在社区", "社区名称", "社区", "您所在的社区", "您居住的社区", "您所在的社区是", "您居住在哪个社区", "所属社区代码", "community",
        ],
        ["use"] = ["用途", "功能", "建筑用途", "房屋用途", "使用性质"],
        ["storeys"] = ["楼层", "层数", "楼层数", "总层数", "地上层数", "建筑层数", "floors", "building:levels", "fwcs"],
        ["storey"] = ["楼层", "所在楼层", "所在层", "floor"],
        ["floor_area_m2"] = ["面积", "建筑面积", "总建筑面积", "使用面积", "房屋面积", "闲置面积", "可用面积", "floor_area", "jzmj"],
        ["area_m2"] = ["面积", "用地面积", "占地面积", "area", "ydmj"],
        ["services"] = ["服务", "服务类型", "设施类型", "设施类别", "机构类型", "机构类别", "服务类别", "服务功能", "类型", "类别", "service"],
        ["permitted_services"] = ["允许服务", "可改造服务", "可设功能", "拟改造功能", "意向功能"],
        ["service"] =
        [
            "服务", "服务类型", "您最需要的服务", "您最需要的服务设施", "您需要的服务", "您最需要的设施", "最需要的服务", "最需要的设施", "需求服务", "需要的服务", "您希望增加的服务", "您希望增加的设施",
        ],
        ["capacity"] = ["容量", "床位", "床位数", "核定床位数", "总床位数", "学位", "学位数", "座位数", "餐位", "餐位数", "托位", "托位数", "服务人数"],
        ["status"] = ["状态", "运营状态", "营业状态", "使用状态", "经营状态", "现状", "是否运营", "是否开放"],
        ["operator"] = ["运营方", "运营单位", "运营主体", "运营机构", "主办单位", "举办者", "管理单位", "法人"],
        ["source"] = ["来源", "数据来源", "资料来源"],
        ["owner"] = ["产权", "产权单位", "权属", "权属单位", "产权人", "产权归属"],
        ["cost_cny"] = ["造价", "成本", "改造费用", "投资", "投资估算", "估算投资", "改造成本"],
        ["available_from"] = ["可用时间", "可移交时间", "可启用时间"],
        ["survey_round"] = ["调查轮次", "轮次"],
        ["note"] = ["备注", "说明", "remark", "remarks"],
        ["class"] = ["道路等级", "highway"],
        ["grade"] = ["坡度", "纵坡"],
        ["oneway"] = ["单行"],
        ["crossing"] = ["过街", "过街方式"],
        ["want"] = ["需求", "是否需要", "需要程度", "需求程度"],
        ["age_group"] = ["年龄组", "年龄段", "您的年龄", "您的年龄段", "您的年龄段是", "您的年龄是", "年龄"],
        ["need_kind"] = ["需求类型", "需求类别"],
        ["channel"] = ["渠道", "来源", "答卷来源", "填写渠道"],
        ["date"] = ["日期", "提交答卷时间", "提交时间", "填写时间", "填表日期", "调查日期", "答题时间", "开始时间"],
    };
}
