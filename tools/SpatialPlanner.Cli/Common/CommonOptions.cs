using System.CommandLine;
using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning.Rules;

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

    /// <summary>What a workspace can be.</summary>
    public const string WorkspaceDescription =
        "Workspace: a .gpkg file or postgres://user@host/database?schema=name 工作区文件或数据库";

    /// <summary>The workspace. Each verb has its own option object: a command owns its options.</summary>
    public static Option<string> Workspace()
    {
        var option = new Option<string>("--workspace", "-w")
        {
            Description = WorkspaceDescription,
            Required = true,
        };
        RefuseNoFile(option, orDatabase: true);
        return option;
    }

    /// <summary>A number, refused with a sentence where it is none.</summary>
    public static Option<double?> Number(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result =>
        {
            var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : string.Empty;
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            result.AddError($"{name}: '{text}' is not a number 不是数字");
            return null;
        },
    };

    /// <summary>Refuses what names no file on this machine.</summary>
    public static void RefuseNoFile<T>(Option<T> option, bool orDatabase = false) => option.Validators.Add(result =>
    {
        var text = result.Tokens.Count > 0 ? result.Tokens[0].Value : string.Empty;
        if (string.IsNullOrWhiteSpace(text) || text.Contains('\0', StringComparison.Ordinal))
        {
            result.AddError($"{option.Name}: give the path of a file 请给出文件路径");
        }
        else if (Workspaces.IsDatabase(text) && !orDatabase)
        {
            result.AddError($"{option.Name}: give the path of a file, not a database 请给出文件路径，而不是数据库");
        }
    });

    /// <summary>Where to write; never over what is read, which would be lost.</summary>
    public static string Output(string path, params string?[] inputs)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new UsageException("--out：请给出文件路径", "--out: give the path of a file");
        }

        var full = Path.GetFullPath(path);
        return inputs.Any(i => i is not null && !Workspaces.IsDatabase(i) && Path.GetFullPath(i) == full)
            ? throw new UsageException($"--out {path} 会覆盖输入文件，请换一个文件名", $"--out {path} would overwrite the input; choose another name")
            : path;
    }

    public static Option<string?> Rules() => new("--rules")
    {
        Description = "Rule pack: its id or the path of a JSON file (default: the workspace's own, else cn-15min) 规则包",
    };

    public static string LanguageOf(ParseResult parsed)
    {
        var language = parsed.GetValue(Language) ?? FirstSet("LC_ALL", "LC_MESSAGES", "LANG");
        return language.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? "zh" : "en";
    }

    /// <summary>The layer of a name, or a refusal that lists the names.</summary>
    /// <param name="name">Name as typed.</param>
    /// <param name="others">Names besides those of the source layers.</param>
    public static LayerSchema Layer(string name, params IEnumerable<string> others)
    {
        var names = string.Join(", ", WorkspaceLayers.All.Select(l => l.Name).Concat(others));
        return WorkspaceLayers.Find(name) ?? throw new UsageException(
            $"没有图层 {name}；可用：{names}", $"there is no layer {name}; use one of {names}");
    }

    /// <summary>The service of a code as its place in the rule pack, or a refusal that lists the codes.</summary>
    public static int Service(RulePack pack, string code)
    {
        var known = string.Join(", ", pack.Services.Select(s => s.Code));
        return pack.IndexOfService(code) is var s and >= 0
            ? s
            : throw new UsageException($"没有服务 {code}；可用：{known}", $"there is no service {code}; use one of {known}");
    }

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

    private static string FirstSet(params string[] variables) =>
        variables.Select(Environment.GetEnvironmentVariable).FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "en";
}
