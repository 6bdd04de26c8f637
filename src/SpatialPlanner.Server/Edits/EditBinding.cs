using System.Globalization;
using System.Text.Json;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Edits;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Server.Problems;
using SpatialPlanner.Server.Snapshots;
using static SpatialPlanner.Data.Layers.WorkspaceLayers;

namespace SpatialPlanner.Server.Edits;

/// <summary>Judges edits by the schema of their layer, or says which value is wrong and what it may be.</summary>
internal static class EditBinding
{
    private const int MaxEdits = 1000, MaxText = 10_000, MaxName = 200, MaxPoints = 10_000, MaxNote = 2000;

    // How far outside the district a place may lie, degrees (about 2 km): further off is a slip.
    private const double MarginDegrees = 0.02;

    private static readonly HashSet<string> Signed = ["storey", "vertical_layer", "grade"];

    public static string Author(string author) => author.Trim() is { Length: > 0 and <= MaxName } name ? name : throw HttpProblem.Invalid(
        "author", $"请填写姓名（1 至 {MaxName} 字）", $"give a name of 1 to {MaxName} characters");

    public static string? Note(string? note) => note is { Length: > MaxNote } ? throw HttpProblem.Invalid(
        "note", $"最多 {MaxNote} 个字", $"give at most {MaxNote} characters") : string.IsNullOrWhiteSpace(note) ? null : note.Trim();

    public static IReadOnlyList<Edit> Edits(Snapshot snapshot, IReadOnlyList<EditLine> lines)
    {
        if (lines.Count is 0 or > MaxEdits)
        {
            throw HttpProblem.Invalid("edits", $"应有 1 至 {MaxEdits} 项", $"give 1 to {MaxEdits} edits");
        }

        List<Edit> edits = [.. lines.Select((line, i) => Of(snapshot, $"edits[{i}]", line))];
        var twice = edits.GroupBy(e => (e.Layer.Name, e.Id)).FirstOrDefault(g => g.Count() > 1);
        return twice is null ? edits : throw HttpProblem.Invalid(
            "edits", $"{twice.Key.Id} 出现两次：合为一项", $"{twice.Key.Id} is there twice: make it one edit");
    }

    private static Edit Of(Snapshot snapshot, string place, EditLine line)
    {
        var layer = EditFields.Layers.FirstOrDefault(l => l.Name == line.Layer) ?? throw HttpProblem.Invalid(
            $"{place}.layer", $"可编辑的图层：{Names(EditFields.Layers)}", $"layers that can be edited: {Names(EditFields.Layers)}");
        var isAdd = line.Action == EditAction.Add;
        if (line.Action == EditAction.Restore || (line.Action != EditAction.Change && !EditFields.Drawn.Contains(layer)))
        {
            throw HttpProblem.Invalid(
                $"{place}.action", $"增加与删除只用于 {Names(EditFields.Drawn)}；恢复用 undo", $"rows are added to and deleted from {Names(EditFields.Drawn)}; to restore, undo");
        }

        var geometry = line.Geometry is { ValueKind: not JsonValueKind.Null } json ? Place(snapshot, layer, $"{place}.geometry", json) : null;
        if (isAdd && geometry is null)
        {
            throw HttpProblem.Invalid($"{place}.geometry", "请给出位置", "give the place");
        }

        var id = line.Id ?? (isAdd ? $"{layer.Name}-{Guid.NewGuid():N}" : throw HttpProblem.Invalid($"{place}.id", "请给出要素的 id", "give the id of the row"));
        if (id.Length is 0 or > MaxName || id.Any(char.IsControl))
        {
            throw HttpProblem.Invalid($"{place}.id", $"应为 1 至 {MaxName} 个字，不含控制字符", $"give 1 to {MaxName} characters, no control characters");
        }

        var values = Values(snapshot, layer, $"{place}.properties", line.Properties, isNew: true);
        foreach (var column in EditFields.RequiredOf(layer).Where(c => (isAdd || values.ContainsKey(c)) && values.GetValueOrDefault(c) is null or ""))
        {
            throw HttpProblem.Invalid($"{place}.properties.{column}", $"“{EditFields.Label(column).Zh}”不能为空", $"{EditFields.Label(column).En} must not be empty");
        }

        return new(layer, id, line.Action, values, geometry, Values(snapshot, layer, $"{place}.base", line.Base, isNew: false));
    }

    private static Geometry Place(Snapshot snapshot, LayerSchema layer, string field, JsonElement json)
    {
        if (!EditFields.Drawn.Contains(layer))
        {
            throw HttpProblem.Invalid(field, $"{layer.Name} 的形状不能在此修改", $"shapes of {layer.Name} cannot be changed here");
        }

        var isLine = layer.Geometry == LayerGeometry.Line;
        Geometry? geometry;
        try
        {
            geometry = isLine
                ? json.Deserialize<LineJson>(Answers.ApiJson.Options) is { Type: "LineString", Coordinates: { Length: >= 2 and <= MaxPoints } line } && line.All(p => p.Length == 2)
                    ? new LineString([.. line.Select(p => new Coordinate(p[0], p[1]))]) : null
                : json.Deserialize<PointJson>(Answers.ApiJson.Options) is { Type: "Point", Coordinates: [var lon, var lat] } ? new Point(lon, lat) : null;
        }
        catch (JsonException)
        {
            geometry = null;
        }

        if (geometry is null)
        {
            throw isLine
                ? HttpProblem.Invalid(field, "应为 {\"type\": \"LineString\", \"coordinates\": [[经度, 纬度], …]}，至少两点", "write {\"type\": \"LineString\", \"coordinates\": [[lon, lat], …]} of two points or more")
                : HttpProblem.Invalid(field, "应为 {\"type\": \"Point\", \"coordinates\": [经度, 纬度]}", "write {\"type\": \"Point\", \"coordinates\": [lon, lat]}");
        }

        var extent = snapshot.Extent.Copy();
        extent.ExpandBy(MarginDegrees);
        return !extent.IsNull && !extent.Contains(geometry.EnvelopeInternal)
            ? throw HttpProblem.Invalid(field, "位置在工作区范围之外；检查经纬度是否颠倒", "the place lies outside the district; check that it is [lon, lat]")
            : isLine && geometry.Length == 0 ? throw HttpProblem.Invalid(field, "路径长度为零：请画到另一处", "the path has no length: draw it to another place")
            : geometry;
    }

    private sealed record PointJson(string Type, double[] Coordinates);

    private sealed record LineJson(string Type, double[][] Coordinates);

    private static Dictionary<string, object?> Values(
        Snapshot snapshot, LayerSchema layer, string place, IReadOnlyDictionary<string, JsonElement>? given, bool isNew)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, json) in given ?? new Dictionary<string, JsonElement>())
        {
            var field = $"{place}.{name}";
            var column = layer.Columns.FirstOrDefault(c => c.Name == name);
            if (column is null || (isNew && !EditFields.CanEdit(layer, name)))
            {
                throw HttpProblem.Invalid(field, $"不是 {layer.Name} 可修改的字段", $"no column of {layer.Name} that can be edited");
            }

            values[name] = Value(column, field, json);
            if (isNew)
            {
                Judge(snapshot, column, field, values[name]);
            }
        }

        return values;
    }

    private static object? Value(LayerColumn column, string field, JsonElement json) => (column.Type, json.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        (ColumnType.Text, JsonValueKind.String) => json.GetString(),
        (ColumnType.Whole, JsonValueKind.Number) when json.TryGetInt64(out var whole) => whole,
        (ColumnType.Real, JsonValueKind.Number) when json.TryGetDouble(out var real) && double.IsFinite(real) => real,
        (ColumnType.Flag, JsonValueKind.True or JsonValueKind.False) => json.GetBoolean(),
        _ => throw HttpProblem.Invalid(field, column.Type switch
        {
            ColumnType.Text => "应为文字",
            ColumnType.Whole => "应为整数",
            ColumnType.Real => "应为数字",
            _ => "应为 true 或 false",
        }, column.Type switch
        {
            ColumnType.Text => "write a text",
            ColumnType.Whole => "write a whole number",
            ColumnType.Real => "write a number",
            _ => "write true or false",
        }),
    };

    private static void Judge(Snapshot snapshot, LayerColumn column, string field, object? value)
    {
        switch (value)
        {
            case string text when text.Length > MaxText || text.Contains('\0', StringComparison.Ordinal):
                throw HttpProblem.Invalid(field, $"最多 {MaxText} 字，不含空字符", $"at most {MaxText} characters, without U+0000");
            case string text when column.Allowed is { } words && !words.Contains(text):
                throw HttpProblem.Invalid(field, $"可用：{string.Join(", ", words)}", $"take one of {string.Join(", ", words)}");
            case long or double when !Signed.Contains(column.Name) && Convert.ToDouble(value, CultureInfo.InvariantCulture) < 0:
                throw HttpProblem.Invalid(field, "不能为负", "must not be negative");
            case string text when column.Name is "services" or "permitted_services":
                JudgeServices(snapshot, field, text);
                break;
            case string code when column.Name == "community_code" && snapshot.Find(Boundaries.Name) is { } areas && areas.Layer.Rows.Count > 0 && areas.Find(code) < 0:
                throw HttpProblem.Invalid(field, $"没有代码为“{code}”的社区", $"there is no community with the code \"{code}\"");
            case string day when column.Name == "available_from" && !DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _):
                throw HttpProblem.Invalid(field, "日期应写作 2026-11-26", "write the date as 2026-11-26");
        }
    }

    private static void JudgeServices(Snapshot snapshot, string field, string text)
    {
        var pack = snapshot.Loaded.Pack;
        if (text.Split(';', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault(c => pack.IndexOfService(c) < 0) is { } unknown)
        {
            var known = string.Join(", ", pack.Services.Select(s => s.Code));
            throw HttpProblem.Invalid(field, $"没有服务“{unknown}”，可用：{known}", $"there is no service \"{unknown}\"; take of {known}");
        }
    }

    private static string Names(IEnumerable<LayerSchema> layers) => string.Join(", ", layers.Select(l => l.Name));
}
