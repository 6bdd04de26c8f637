using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlanner.Planning.Rules;

/// <summary>
/// One object of a pack's text. What is asked of it and is not there or of another kind is noted with its place, so that a
/// whole pack is read however wrong it is; a value that could not be read is null.
/// </summary>
/// <param name="json">The object.</param>
/// <param name="path">Its JSON path.</param>
/// <param name="problems">Where problems are noted.</param>
internal sealed class PackNode(JsonObject json, string path, List<RulePackProblem> problems)
{
    private const int LongestText = 2000;
    private readonly List<string> asked = [];

    public string Path => path;

    public string At(string name) => $"{path}.{name}";

    /// <summary>Notes a problem where something does not hold.</summary>
    public bool Require(bool holds, string? name, string zh, string en)
    {
        if (!holds)
        {
            problems.Add(new(name is null ? path : At(name), new(zh, en)));
        }

        return holds;
    }

    public string? Text(string name, bool needed = true)
    {
        if (Find(name, needed) is not { } node)
        {
            return null;
        }

        var text = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;
        return Require(
            text is { Length: > 0 and <= LongestText } && text.AsSpan().Trim().Length > 0, name,
            $"应为 1–{LongestText} 字的文字，写在引号内", $"give a text of 1 to {LongestText} characters, in quotes")
            ? text : null;
    }

    public LocalText? Local(string name, bool needed = true)
    {
        if (Object(name, needed, "应为 {\"zh\": \"…\", \"en\": \"…\"}", "give {\"zh\": \"…\", \"en\": \"…\"}") is not { } node)
        {
            return null;
        }

        var (zh, en) = (node.Text("zh"), node.Text("en"));
        node.End();
        return zh is null || en is null ? null : new(zh, en);
    }

    public double? Number(string name, bool needed = true)
    {
        if (Find(name, needed) is not { } node)
        {
            return null;
        }

        var value = node.GetValueKind() == JsonValueKind.Number ? node.GetValue<double>() : double.NaN;
        return Require(double.IsFinite(value), name, "应为数字，不加引号", "give a number, without quotes") ? value : null;
    }

    /// <summary>A number within bounds.</summary>
    public double? Number(string name, double above, double most, string zhUnit, string enUnit, bool needed = true, bool orEqual = false)
    {
        if (Number(name, needed) is not { } value)
        {
            return null;
        }

        var (least, top) = (Shown(above), Shown(most));
        return Require(
            (orEqual ? value >= above : value > above) && value <= most, name,
            orEqual ? $"{Shown(value)} 不合理：应在 {least}–{top}{zhUnit} 之间" : $"{Shown(value)} 不合理：应大于 {least}、不超过 {top}{zhUnit}",
            orEqual ? $"{Shown(value)} makes no sense: give {least} to {top}{enUnit}"
                : $"{Shown(value)} makes no sense: give more than {least} and at most {top}{enUnit}")
            ? value : null;
    }

    /// <summary>A whole number within bounds.</summary>
    public int? Whole(string name, int least, int most, string zhUnit = "", string enUnit = "") =>
        Number(name, least, most, zhUnit, enUnit, orEqual: true) is { } value
        && Require(value == Math.Floor(value), name, "应为整数", "give a whole number")
            ? (int)value : null;

    public T? Word<T>(string name, IReadOnlyList<RuleWord<T>> words, bool needed = true)
        where T : struct
    {
        if (Find(name, needed) is not { } node)
        {
            return null;
        }

        var text = node.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString();
        var (found, known) = (words.FirstOrDefault(w => w.Word == text), string.Join(", ", words.Select(w => w.Word)));
        return Require(found is not null, name, $"没有“{text}”；可用：{known}", $"there is no \"{text}\"; use one of {known}")
            ? found!.Value : null;
    }

    public DateOnly? Day(string name)
    {
        if (Text(name, needed: false) is not { } text)
        {
            return null;
        }

        return Require(
            DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day), name,
            $"“{text}”不是日期：写作 2024-01-22", $"\"{text}\" is no date: write 2024-01-22")
            ? day : null;
    }

    public PackNode? Object(string name, bool needed = true, string zh = "应为 { … }", string en = "give an object { … }") =>
        Find(name, needed) is { } node && Require(node is JsonObject, name, zh, en)
            ? new PackNode((JsonObject)node, At(name), problems) : null;

    /// <summary>The objects of a list.</summary>
    public IReadOnlyList<PackNode> Items(string name, bool needed = true) =>
    [
        .. List(name, needed).Select((item, i) => (Item: item as JsonObject, Path: $"{At(name)}[{i}]"))
            .Where(i => RequireAt(i.Item is not null, i.Path, "应为 { … }", "give an object { … }"))
            .Select(i => new PackNode(i.Item!, i.Path, problems)),
    ];

    /// <summary>The texts of a list.</summary>
    public IReadOnlyList<string> Texts(string name, bool needed = true) =>
    [
        .. List(name, needed).Select((item, i) => (Text: item?.GetValueKind() == JsonValueKind.String ? item.GetValue<string>() : null, Path: $"{At(name)}[{i}]"))
            .Where(i => RequireAt(i.Text is { Length: > 0 }, i.Path, "应为引号内的文字", "give a text in quotes"))
            .Select(i => i.Text!),
    ];

    /// <summary>The numbers of a list.</summary>
    public IReadOnlyList<double> Numbers(string name, bool needed = true) =>
    [
        .. List(name, needed).Select((item, i) => (Number: item?.GetValueKind() == JsonValueKind.Number ? item.GetValue<double>() : double.NaN, Path: $"{At(name)}[{i}]"))
            .Where(i => RequireAt(double.IsFinite(i.Number), i.Path, "应为数字，不加引号", "give a number, without quotes"))
            .Select(i => i.Number),
    ];

    /// <summary>The members of an object whose names are data.</summary>
    public IReadOnlyList<string> Names()
    {
        asked.AddRange(json.Select(m => m.Key));
        return [.. json.Select(m => m.Key)];
    }

    /// <summary>Names that may be there though nobody read them.</summary>
    public void Asked(params ReadOnlySpan<string> names) => asked.AddRange(names);

    /// <summary>True where the text gives a value.</summary>
    public bool Has(string name) => json[name] is not null;

    /// <summary>Notes members that nobody asked for: a misspelt name must not pass for a default.</summary>
    public void End()
    {
        var known = string.Join(", ", asked.Distinct());
        foreach (var (name, _) in json)
        {
            Require(asked.Contains(name), name, $"没有这个字段；可用：{known}", $"there is no such field; use {known}");
        }
    }

    public static string Shown(double value) => value.ToString(CultureInfo.InvariantCulture);

    private JsonArray List(string name, bool needed) =>
        Find(name, needed) is { } node && Require(node is JsonArray, name, "应为 [ … ]", "give a list [ … ]") ? (JsonArray)node : [];

    private bool RequireAt(bool holds, string place, string zh, string en)
    {
        if (!holds)
        {
            problems.Add(new(place, new(zh, en)));
        }

        return holds;
    }

    private JsonNode? Find(string name, bool needed)
    {
        asked.Add(name);
        var node = json[name];
        Require(node is not null || !needed, name, "缺少此项", "this is missing");
        return node;
    }
}
