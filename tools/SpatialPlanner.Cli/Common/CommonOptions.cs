using System.CommandLine;
using System.Globalization;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Cli.Common;

/// <summary>Options that several verbs share.</summary>
public static class CommonOptions
{
    public static readonly Option<bool> Json = new("--json")
    {
        Description = "Print one JSON document on standard output 以 JSON 输出",
        Recursive = true,
    };

    public static readonly Option<string?> Language = new Option<string?>("--lang")
    {
        Description = "Language of messages: zh or en (default: from LANG) 消息语言",
        Recursive = true,
    }.AcceptOnlyFromAmong("zh", "en");

    /// <summary>The workspace. Each verb has its own option object: a command owns its options.</summary>
    public static Option<string> Workspace() => new("--workspace", "-w")
    {
        Description = "Workspace: a .gpkg file 工作区文件",
        Required = true,
    };

    public static Option<string?> Rules() => new("--rules")
    {
        Description = "Rule pack: its id or the path of a JSON file (default cn-15min) 规则包",
    };

    public static string LanguageOf(ParseResult parsed)
    {
        var language = parsed.GetValue(Language) ?? FirstSet("LC_ALL", "LC_MESSAGES", "LANG");
        return language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en";
    }

    /// <summary>The layer of a name, or a refusal that lists the names.</summary>
    public static LayerSchema Layer(string name) => WorkspaceLayers.Find(name) ?? throw new UsageException(
        $"没有图层 {name}；可用：{Names}", $"there is no layer {name}; use one of {Names}");

    /// <summary>Pairs given as <c>key=value</c>.</summary>
    public static IReadOnlyDictionary<string, string> Pairs(IEnumerable<string> texts)
    {
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            var at = text.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0 || at == text.Length - 1)
            {
                throw new UsageException($"“{text}” 应写作 字段=来源", $"'{text}' must be written field=source");
            }

            pairs[text[..at]] = text[(at + 1)..];
        }

        return pairs;
    }

    /// <summary>Numbers as people read them, in every culture the same.</summary>
    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Names => string.Join(", ", WorkspaceLayers.All.Select(l => l.Name));

    private static string FirstSet(params string[] variables) =>
        variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "en";
}
