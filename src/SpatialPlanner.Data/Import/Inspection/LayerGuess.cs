using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Mapping;

namespace SpatialPlanner.Data.Import.Inspection;

/// <summary>Which layer a table most likely is, by its name, its fields and its geometry.</summary>
internal static class LayerGuess
{
    // Words in names of files and tables; the first that is found tells.
    private static readonly (LayerSchema Layer, string[] Words)[] Names =
    [
        (WorkspaceLayers.SurveyResponses, ["survey", "response", "问卷", "调查"]),
        (WorkspaceLayers.Entrances, ["entrance", "gate", "出入口", "大门"]),
        (WorkspaceLayers.IdleSpaces, ["idle", "vacant", "闲置", "存量"]),
        (WorkspaceLayers.LandCover, ["landcover", "water", "river", "lake", "水系", "水域", "河流", "湖泊", "绿地", "公园"]),
        (WorkspaceLayers.ResidentialLand, ["land", "parcel", "用地", "地块"]),
        (WorkspaceLayers.Compounds, ["compound", "estate", "小区", "aoi"]),
        (WorkspaceLayers.Buildings, ["building", "house", "建筑", "房屋", "楼"]),
        (WorkspaceLayers.WalkEdges, ["road", "street", "network", "way", "edge", "道路", "路网", "街"]),
        (WorkspaceLayers.Facilities, ["facilit", "poi", "school", "clinic", "设施", "学校", "服务"]),
        (WorkspaceLayers.Boundaries, ["boundar", "communit", "district", "admin", "社区", "街道", "边界", "行政"]),
    ];

    /// <summary>The layer, or null where nothing speaks for any.</summary>
    /// <param name="names">Names of the file and the table.</param>
    /// <param name="fields">Names of the fields.</param>
    /// <param name="geometryTypes">Types of geometry met.</param>
    public static LayerSchema? Of(IEnumerable<string> names, IReadOnlyList<string> fields, IReadOnlyList<string> geometryTypes)
    {
        var named = names.Select(n => WorkspaceLayers.Find(n.ToLowerInvariant())).FirstOrDefault(l => l is not null)
            ?? Names.FirstOrDefault(n => Fits(n.Layer, geometryTypes) && n.Words.Any(w => names.Any(s => s.Contains(w, StringComparison.OrdinalIgnoreCase)))).Layer;
        var best = WorkspaceLayers.Imported
            .Where(l => Fits(l, geometryTypes))
            .Select(l => (Layer: l, Score: Score(l, fields) + (l == named ? 4 : 0)))
            .OrderByDescending(s => s.Score).FirstOrDefault();
        return best.Score >= 2 ? best.Layer
            : geometryTypes.Count > 0 && geometryTypes.All(t => t.EndsWith("LineString", StringComparison.Ordinal))
                ? WorkspaceLayers.WalkEdges : null;
    }

    /// <summary>The column of a layer that each field fills; null for fields that fill none.</summary>
    /// <param name="file">File name for messages.</param>
    /// <param name="layer">The layer.</param>
    /// <param name="fields">Names of the fields.</param>
    /// <param name="map">The user's own source field by column.</param>
    /// <param name="hasGeometry">False where the geometry is in columns.</param>
    public static string?[] Columns(
        string file, LayerSchema layer, IReadOnlyList<string> fields, IReadOnlyDictionary<string, string> map, bool hasGeometry)
    {
        string[] extra = hasGeometry || layer.Geometry == LayerGeometry.None ? [] : CoordinateColumns.Names;
        var binding = new FieldBinding(file, layer, map, extra);
        string[] names = [.. layer.Columns.Select(c => c.Name), .. extra];
        var best = new (int Rank, int Field)[names.Length];
        Array.Fill(best, (int.MaxValue, -1));
        for (var f = 0; f < fields.Count; f++)
        {
            foreach (var (column, rank) in binding.Find(fields[f]))
            {
                best[column] = rank < best[column].Rank ? (rank, f) : best[column];
            }
        }

        var columns = new string?[fields.Count];
        for (var c = 0; c < names.Length; c++)
        {
            if (best[c].Field >= 0)
            {
                columns[best[c].Field] = columns[best[c].Field] is { } other ? $"{other}, {names[c]}" : names[c];
            }
        }

        return columns;
    }

    // Names and ids are in every table and speak for none.
    private static int Score(LayerSchema layer, IReadOnlyList<string> fields) =>
        Columns(string.Empty, layer, fields, new Dictionary<string, string>(), true)
            .Count(c => c is not null and not "id" and not "name" and not "code" and not "note");

    private static bool Fits(LayerSchema layer, IReadOnlyList<string> types) => types.Count == 0
        ? layer.Geometry is LayerGeometry.None or LayerGeometry.Point
        : layer.Geometry switch
        {
            LayerGeometry.None => false,
            LayerGeometry.Line => types.All(t => t.EndsWith("LineString", StringComparison.Ordinal)),
            LayerGeometry.Polygon => types.All(t => t.EndsWith("Polygon", StringComparison.Ordinal)),
            LayerGeometry.PointOrPolygon => types.All(t => !t.EndsWith("LineString", StringComparison.Ordinal)),
            _ => types.All(t => !t.EndsWith("LineString", StringComparison.Ordinal)),
        };
}
