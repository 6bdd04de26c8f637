using System.Text.Json;
using System.Text.Json.Nodes;

namespace SpatialPlanner.Planning.Rules;

/// <summary>Reads the text of a pack as JSON: comments and trailing commas are taken, a name given twice is not.</summary>
internal static class PackText
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>The object that the text is; null, with the problem noted, where it is none.</summary>
    public static JsonObject? Read(string text, List<RulePackProblem> problems)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            Look(document.RootElement, "$", problems);
            if (problems.Count > 0)
            {
                return null;
            }

            var root = JsonObject.Create(document.RootElement.Clone());
            return root ?? Refuse(problems, "规则包应为一个 JSON 对象 { … }，不能为空", "a pack is one JSON object { … }, not null");
        }
        catch (JsonException e)
        {
            var (line, at) = ((e.LineNumber ?? 0) + 1, (e.BytePositionInLine ?? 0) + 1);
            return Refuse(
                problems, $"第 {line} 行第 {at} 字节处不是有效的 JSON：检查那里及其前面的引号、逗号和括号",
                $"line {line}, byte {at} is no valid JSON: look at quotes, commas and brackets there and before");
        }
        catch (InvalidOperationException)
        {
            return Refuse(problems, "规则包应为一个 JSON 对象 { … }", "a pack is one JSON object { … }");
        }
    }

    private static JsonObject? Refuse(List<RulePackProblem> problems, string zh, string en)
    {
        problems.Add(new("$", new(zh, en)));
        return null;
    }

    // Later readers would take the last of two members, and fail on half a surrogate pair.
    private static void Look(JsonElement element, string path, List<RulePackProblem> problems)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            var seen = new HashSet<string>();
            foreach (var member in element.EnumerateObject())
            {
                var at = $"{path}.{Guarded(() => member.Name, path, problems)}";
                if (!seen.Add(at))
                {
                    problems.Add(new(at, new("这一项出现了两次：只留一个", "this is given twice: keep one")));
                }

                Look(member.Value, at, problems);
            }
        }
        else if (element.ValueKind == JsonValueKind.Array)
        {
            var i = 0;
            foreach (var item in element.EnumerateArray())
            {
                Look(item, $"{path}[{i++}]", problems);
            }
        }
        else if (element.ValueKind == JsonValueKind.String)
        {
            Guarded(element.GetString, path, problems);
        }
    }

    private static string? Guarded(Func<string?> read, string path, List<RulePackProblem> problems)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            problems.Add(new(path, new("这段文字含有半个 Unicode 字符：重新输入", "this text holds half a Unicode character: type it anew")));
            return null;
        }
    }
}
