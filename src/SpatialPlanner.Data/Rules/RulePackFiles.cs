using System.Text;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Rules;

/// <summary>Finds and loads rule packs: those that come with the program, or a file of the user's.</summary>
public static class RulePackFiles
{
    /// <summary>Id of the pack used where none is named.</summary>
    public const string Default = "cn-15min";

    /// <summary>Bytes of the largest text that is taken for a pack.</summary>
    public const long LargestBytes = 1 << 20;

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Shipped = new(ReadShipped);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>Ids of the packs that come with the program.</summary>
    public static IReadOnlyList<string> Ids => [.. Texts.Keys];

    /// <summary>The texts of the packs that come with the program, by id, in the order of the ids.</summary>
    public static IReadOnlyDictionary<string, string> Texts => Shipped.Value;

    /// <summary>Loads a pack.</summary>
    /// <param name="idOrPath">Id of a pack that comes with the program, or the path of a file; the default where null.</param>
    /// <exception cref="InputException">There is no such pack, or it cannot be used.</exception>
    public static RulePack Load(string? idOrPath = null)
    {
        var name = idOrPath ?? Default;
        return Parse(Texts.ContainsKey(name) ? $"{name}.json" : name, Text(name));
    }

    /// <summary>The text of a pack.</summary>
    /// <param name="idOrPath">Id of a pack that comes with the program, or the path of a file.</param>
    /// <exception cref="InputException">There is no such pack, or it cannot be read.</exception>
    public static string Text(string idOrPath)
    {
        if (Texts.TryGetValue(idOrPath, out var shipped))
        {
            return shipped;
        }

        try
        {
            var file = new FileInfo(idOrPath);
            if (!file.Exists)
            {
                var ids = string.Join(", ", Ids);
                throw InputException.Fatal(
                    idOrPath, null, new LocalText("没有这个规则包", "there is no such rule pack"),
                    new LocalText($"可用：{ids}，或一个 JSON 文件的路径", $"use {ids} or the path of a JSON file"));
            }

            return file.Length <= LargestBytes ? File.ReadAllText(idOrPath) : throw InputException.Fatal(
                idOrPath, null, new LocalText($"超过 {LargestBytes >> 20} MiB，不是规则包", $"over {LargestBytes >> 20} MiB, this is no rule pack"),
                new LocalText("给出规则包的 JSON 文件", "give the JSON file of a rule pack"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw InputException.Fatal(
                idOrPath, null, new LocalText("规则包无法读取", "the rule pack cannot be read"),
                new LocalText("检查路径和文件权限", "check the path and the permissions of the file"), e);
        }
    }

    /// <summary>Parses a text, its problems told of a file.</summary>
    /// <param name="file">What the text is called.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="InputException">The text is no usable pack; the message counts what else is wrong.</exception>
    public static RulePack Parse(string file, string text)
    {
        try
        {
            return RulePackJson.Parse(text, Texts);
        }
        catch (RulePackException e)
        {
            throw InputException.Fatal(file, e.Place, e.What, Remedy(e.Problems.Count - 1), e);
        }
    }

    /// <summary>Everything that is wrong with a text; nothing where it is a usable pack.</summary>
    /// <param name="text">The text.</param>
    public static IReadOnlyList<RulePackProblem> Check(string text)
    {
        try
        {
            RulePackJson.Parse(text, Texts);
            return [];
        }
        catch (RulePackException e)
        {
            return e.Problems;
        }
    }

    private static LocalText Remedy(int more) => more == 0
        ? new("改正规则包中的这一处", "correct this place of the rule pack")
        : new(
            $"改正规则包中的这一处；另有 {more} 处，planner rules check 会全部列出",
            $"correct this place of the rule pack; there are {more} more, planner rules check lists them all");

    private static SortedDictionary<string, string> ReadShipped()
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.Exists(Folder) ? Directory.GetFiles(Folder, "*.json") : [])
        {
            texts[Path.GetFileNameWithoutExtension(file)] = File.ReadAllText(file, Encoding.UTF8);
        }

        return texts;
    }
}
