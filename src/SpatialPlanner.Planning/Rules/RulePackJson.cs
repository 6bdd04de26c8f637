using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace SpatialPlanner.Planning.Rules;

/// <summary>Reads the JSON form of a rule pack (docs/rules.md, <c>data/rules</c>).</summary>
public static class RulePackJson
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    /// <summary>Parses and checks a pack.</summary>
    /// <param name="json">The text of the file.</param>
    /// <param name="shipped">Texts of the packs that it may extend, by id; none where null.</param>
    /// <exception cref="RulePackException">The text is not a usable pack; it carries every problem.</exception>
    public static RulePack Parse(string json, IReadOnlyDictionary<string, string>? shipped = null)
    {
        List<RulePackProblem> problems = [];
        var pack = Read(json, shipped ?? None, problems);
        return pack is not null && problems.Count == 0 ? pack : throw new RulePackException(problems);
    }

    private static RulePack? Read(string json, IReadOnlyDictionary<string, string> shipped, List<RulePackProblem> problems)
    {
        if (PackText.Read(json, problems) is not { } text)
        {
            return null;
        }

        var former = Extended(text, shipped, problems);
        if (problems.Count > 0)
        {
            return null;
        }

        PackMerge.Fill(text, former is null ? null : PackText.Read(former, problems));
        return Read(new PackNode(text, "$", problems), ServiceReader.Codes(text), former is null ? json : $"{json}\n{former}", problems);
    }

    private static RulePack? Read(PackNode node, IReadOnlyList<string> codes, string hashed, List<RulePackProblem> problems)
    {
        var (id, edition, name) = (PackReader.Id(node), node.Text("edition"), node.Local("name"));
        var profiles = PackReader.Profiles(node);
        var services = ServiceReader.Services(node, profiles, codes);
        var pack = new RulePack(id ?? "", edition ?? "", name ?? new("", ""), profiles, PackReader.Population(node)!, services)
        {
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashed))),
            GroupProfiles = PackReader.GroupProfiles(node, profiles),
            Crossings = PackReader.Crossings(node),
            Rules = RuleReader.Rules(node, services, codes, profiles),
            Catchment = PackReader.Catchment(node),
            Complex = RuleReader.Complex(node, codes),
            Issuer = node.Local("issuer", needed: false),
            DocumentNo = node.Text("document_no", needed: false),
            City = node.Local("city", needed: false),
            EffectiveFrom = node.Day("effective_from"),
            EffectiveTo = node.Day("effective_to"),
            Extends = node.Text("extends", needed: false),
        };
        node.Require(
            !(pack.EffectiveTo < pack.EffectiveFrom), "effective_to", "失效日期早于生效日期：改正其中一个",
            "the last day is before the first one: correct one of them");
        node.End();
        return problems.Count == 0 ? pack : null;
    }

    // Found among the packs that come with the program and nowhere else: a text that names another of the user's would
    // change with it.
    private static string? Extended(JsonObject text, IReadOnlyDictionary<string, string> shipped, List<RulePackProblem> problems)
    {
        if (new PackNode(text, "$", problems).Text("extends", needed: false) is not { } id)
        {
            return null;
        }

        const string at = "$.extends";
        if (!shipped.TryGetValue(id, out var former))
        {
            var known = string.Join(", ", shipped.Keys);
            problems.Add(new(at, new($"程序没有规则包“{id}”；可用：{known}", $"the program has no pack \"{id}\"; use one of {known}")));
            return null;
        }

        List<RulePackProblem> its = [];
        var read = PackText.Read(former, its);
        if (read?["extends"] is not null)
        {
            problems.Add(new(at, new($"“{id}”本身也沿用别的规则包：请写它所沿用的那个", $"\"{id}\" itself extends another pack: name that one")));
        }
        else if (Read(former, None, its) is null)
        {
            problems.Add(new(at, new($"“{id}”不能使用：{its[0].Place} {its[0].What.Zh}", $"\"{id}\" cannot be used: {its[0].Place} {its[0].What.En}")));
        }

        return former;
    }
}
