using static SpatialPlanner.Data.Layers.ColumnType;

namespace SpatialPlanner.Data.Layers;

/// <summary>The source layers of a workspace: the one table that import, store, export and API read.</summary>
public static class WorkspaceLayers
{
    /// <summary>Areas of administration: district, subdistricts, communities.</summary>
    public static readonly LayerSchema Boundaries = new(
        "boundaries", new("行政边界", "Boundaries"), LayerGeometry.Polygon,
        [
            new("code", Text), new("name", Text), new("name_en", Text),
            new("level", Text, ["district", "subdistrict", "community"]), new("parent_code", Text),
            new("households", Whole), new("population", Whole),
            new("age_0_3", Whole), new("age_3_6", Whole), new("age_6_12", Whole),
            new("age_60_79", Whole), new("age_80_up", Whole), new("kind", Text),
        ]);

    /// <summary>Water, parks and other green on which the map is drawn; no figure counts them.</summary>
    public static readonly LayerSchema LandCover = new(
        "land_cover", new("水系与绿地", "Water and green"), LayerGeometry.Polygon,
        [new("id", Text), new("name", Text), new("kind", Text, ["water", "park", "wood", "green"])]);

    /// <summary>Residential compounds (小区); a gated one is left through its gates.</summary>
    public static readonly LayerSchema Compounds = new(
        "compounds", new("小区", "Residential compounds"), LayerGeometry.Polygon,
        [
            new("id", Text), new("name", Text), new("community_code", Text), new("gated", Flag),
            new("dwellings", Whole), new("population", Whole),
        ]);

    /// <summary>Gates of compounds and doors of buildings or facilities.</summary>
    public static readonly LayerSchema Entrances = new(
        "entrances", new("出入口", "Entrances"), LayerGeometry.Point,
        [
            new("id", Text), new("of_id", Text), new("kind", Text, ["gate", "door"]),
            new("access", Text, ["open", "residents", "hours", "closed"]), new("hours", Text),
        ]);

    /// <summary>Buildings with the people who live in them.</summary>
    public static readonly LayerSchema Buildings = new(
        "buildings", new("建筑", "Buildings"), LayerGeometry.PointOrPolygon,
        [
            new("id", Text), new("compound_id", Text), new("community_code", Text),
            new("use", Text, ["residential", "mixed", "other"]), new("storeys", Whole),
            new("floor_area_m2", Real), new("dwellings", Whole), new("population", Whole),
            new("age_0_3", Whole), new("age_3_6", Whole), new("age_6_12", Whole),
            new("age_60_79", Whole), new("age_80_up", Whole),
            new("population_source", Text, ["given", "estimated"]), new("name", Text),
        ]);

    /// <summary>Parcels of residential land.</summary>
    public static readonly LayerSchema ResidentialLand = new(
        "residential_land", new("居住用地", "Residential land"), LayerGeometry.Polygon,
        [new("id", Text), new("community_code", Text), new("area_m2", Real)]);

    /// <summary>Facilities and the services they give; a point, also where the source has an outline.</summary>
    public static readonly LayerSchema Facilities = new(
        "facilities", new("服务设施", "Facilities"), LayerGeometry.Point,
        [
            new("id", Text), new("name", Text), new("services", Text), new("floor_area_m2", Real),
            new("capacity", Whole), new("status", Text, ["open", "planned", "closed", "repurposed"]),
            new("operator", Text), new("source", Text),
        ]);

    /// <summary>Idle spaces that may become services.</summary>
    public static readonly LayerSchema IdleSpaces = new(
        "idle_spaces", new("闲置空间", "Idle spaces"), LayerGeometry.Point,
        [
            new("id", Text), new("name", Text), new("community_code", Text), new("floor_area_m2", Real),
            new("storey", Whole), new("owner", Text), new("cost_cny", Real), new("available_from", Text),
            new("permitted_services", Text),
            new("status", Text, ["candidate", "reserve", "chosen", "built", "rejected"]),
            new("survey_round", Whole), new("note", Text),
        ]);

    /// <summary>
    /// Walkable edges between junctions. Edges join where they share a node id, or else an end point. <c>grade</c> is
    /// rise over run from the first point to the last (0.05 climbs 5 %); <c>oneway</c> is the direction in which alone
    /// one may walk, null for both; <c>crossing</c> is how the roadway is crossed on the edge, null where none is, and
    /// stands on one edge of a crossing that is cut into several. Edges on different <c>vertical_layer</c>s (null is 0,
    /// the ground), or of which one is on a bridge or in a tunnel, cross without meeting.
    /// </summary>
    public static readonly LayerSchema WalkEdges = new(
        "walk_edges", new("步行路网", "Walk network"), LayerGeometry.Line,
        [
            new("id", Text), new("name", Text), new("class", Text), new("length_mm", Whole),
            new("steps", Flag), new("delay_s", Real), new("access", Text), new("grade", Real),
            new("bridge", Flag), new("tunnel", Flag), new("from_node", Whole), new("to_node", Whole),
            new("oneway", Text, ["forward", "backward"]), new("crossing", Text, ["signals", "marked", "unmarked"]),
            new("vertical_layer", Whole),
        ]);

    /// <summary>
    /// What imports mended of the walk network because the user asked for it, each repair a point with the ids of the
    /// edges as they were read.
    /// </summary>
    public static readonly LayerSchema NetworkRepairs = new(
        "network_repairs", new("路网修复记录", "Network repairs"), LayerGeometry.Point,
        [.. Health.FaultRows.Columns, new("file", Text)]);

    /// <summary>Answers to the demand survey; a table without geometry.</summary>
    public static readonly LayerSchema SurveyResponses = new(
        "survey_responses", new("需求问卷", "Survey responses"), LayerGeometry.None,
        [
            new("id", Text), new("community_code", Text), new("service", Text), new("age_group", Text),
            new("want", Whole), new("need_kind", Text, ["common", "individual"]),
            new("channel", Text), new("date", Text), new("respondent", Text),
        ]);

    /// <summary>
    /// What can serve (资源清单): rooms, centres, operators, volunteers, with the body that is responsible for each.
    /// <c>capacity</c> is the number of people whom it can serve.
    /// </summary>
    public static readonly LayerSchema Resources = new(
        "resources", new("资源清单", "Resources"), LayerGeometry.Point,
        [
            new("id", Text), new("name", Text),
            new("kind", Text, ["room", "centre", "hospital", "school", "operator", "organisation", "volunteers"]),
            new("community_code", Text), new("services", Text), new("capacity", Whole), new("floor_area_m2", Real),
            new("hours", Text), new("cost_cny", Real), new("body", Text), new("contact", Text), new("note", Text),
        ]);

    /// <summary>
    /// Rooms that a compound has to hand over for services (配建用房), required and delivered; a table without geometry.
    /// <c>required_m2</c> is what the land contract asks for, null where only the rule does.
    /// </summary>
    public static readonly LayerSchema CompoundRooms = new(
        "compound_rooms", new("配建用房", "Compound service rooms"), LayerGeometry.None,
        [
            new("id", Text), new("compound_id", Text), new("service", Text), new("required_m2", Real),
            new("delivered_m2", Real), new("state", Text, ["in_use", "idle", "unfit", "diverted", "not_delivered"]),
            new("deadline", Text), new("note", Text),
        ]);

    /// <summary>
    /// The rule packs that were chosen or edited in this workspace, one row a version; the row with the highest
    /// <c>seq</c> is the pack in use. A table without geometry; no file is imported into it.
    /// </summary>
    public static readonly LayerSchema RulePacks = new(
        "rule_packs", new("规则包版本", "Rule pack versions"), LayerGeometry.None,
        [
            new("id", Text), new("seq", Whole), new("pack", Text), new("version", Whole), new("edition", Text),
            new("based_on", Text), new("saved_at", Text), new("note", Text), new("json", Text),
        ]);

    /// <summary>
    /// Named scenarios: what each changes of the district, as JSON. A table without geometry; no file is imported into it,
    /// and what is in it is not part of the district.
    /// </summary>
    public static readonly LayerSchema Scenarios = new(
        "scenarios", new("情景", "Scenarios"), LayerGeometry.None,
        [
            new("id", Text), new("name", Text), new("note", Text), new("author", Text), new("created_at", Text),
            new("saved_at", Text), new("based_on", Text), new("version", Whole), new("deleted", Flag), new("changes", Text),
        ]);

    /// <summary>
    /// What was edited by hand, one row a change of a row, with both its states as GeoJSON features. Changes of one
    /// <c>batch</c> were made together; <c>undoes</c> is the batch that they take back. A table without geometry; no file is imported into it.
    /// </summary>
    public static readonly LayerSchema Edits = new(
        "edits", new("编辑记录", "Log of edits"), LayerGeometry.None,
        [
            new("id", Text), new("seq", Whole), new("at", Text), new("author", Text), new("layer", Text), new("feature_id", Text),
            new("action", Text, ["add", "change", "delete", "restore"]), new("before", Text), new("after", Text), new("note", Text),
            new("batch", Text), new("undoes", Text),
        ]);

    /// <summary>Photos of rows of other layers; the pictures are in <see cref="PhotoFiles"/>. A table without geometry.</summary>
    public static readonly LayerSchema Photos = new(
        "photos", new("照片", "Photos"), LayerGeometry.None,
        [
            new("id", Text), new("of_layer", Text), new("of_id", Text), new("taken_at", Text), new("author", Text), new("note", Text),
            new("media_type", Text, ["image/jpeg", "image/png", "image/webp"]),
        ]);

    /// <summary>The pictures of <see cref="Photos"/>, as base64 text.</summary>
    public static readonly LayerSchema PhotoFiles = new(
        "photo_files", new("照片文件", "Files of photos"), LayerGeometry.None, [new("id", Text), new("data", Text)]);

    /// <summary>All source layers, in the order in which a map draws them.</summary>
    public static readonly IReadOnlyList<LayerSchema> All =
    [
        Boundaries, LandCover, ResidentialLand, Compounds, Buildings, WalkEdges, NetworkRepairs, Entrances, Facilities, IdleSpaces,
        Resources, SurveyResponses, CompoundRooms, RulePacks, Scenarios, Edits, Photos, PhotoFiles,
    ];

    /// <summary>The layers that a district is made of; what else a workspace keeps changes no figure.</summary>
    public static readonly IReadOnlyList<LayerSchema> OfDistrict = [.. All.Where(l => l != Scenarios && l != Edits && l != Photos && l != PhotoFiles)];

    /// <summary>The layers that files are imported into; the others are written by the program.</summary>
    public static readonly IReadOnlyList<LayerSchema> Imported =
        [.. OfDistrict.Where(l => l != NetworkRepairs && l != RulePacks)];

    /// <summary>The layer of a name, or null.</summary>
    /// <param name="name">snake_case layer name.</param>
    public static LayerSchema? Find(string name) => All.FirstOrDefault(l => l.Name == name);
}
