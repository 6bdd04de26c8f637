using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Rules;

/// <summary>Finds and loads rule packs: those that come with the program, or a file of the user's.</summary>
public static class RulePackFiles
{
    /// <summary>Id of the pack used where none is named.</summary>
    public const string Default = "cn-15min";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "rules");

    /// <summary>Ids of the packs that come with the program.</summary>
    public static IReadOnlyList<string> Ids => Directory.Exists(Folder)
        ? [.. Directory.GetFiles(Folder, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>Loads a pack.</summary>
    /// <param name="idOrPath">Id of a pack that comes with the program, or the path of a file; the default where null.</param>
    /// <exception cref="InputException">There is no such pack, or it cannot be used.</exception>
    public static RulePack Load(string? idOrPath = null)
    {
        var name = idOrPath ?? Default;
        var path = Ids.Contains(name) ? Path.Combine(Folder, name + ".json") : name;
        if (!File.Exists(path))
        {
            var ids = string.Join(", ", Ids);
            throw InputException.Fatal(
                name, null, new LocalText("没有这个规则包", "there is no such rule pack"),
                new LocalText($"可用：{ids}，或一个 JSON 文件的路径", $"use {ids} or the path of a JSON file"));
        }

        try
        {
            return RulePackJson.Parse(File.ReadAllText(path));
        }
        catch (RulePackException e)
        {
            throw InputException.Fatal(
                path, e.Place, e.What, new LocalText("改正规则包中的这一处", "correct this place of the rule pack"), e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InputException.Fatal(
                path, null, new LocalText("规则包无法读取", "the rule pack cannot be read"),
                new LocalText("检查文件权限", "check the permissions of the file"), e);
        }
    }
}
