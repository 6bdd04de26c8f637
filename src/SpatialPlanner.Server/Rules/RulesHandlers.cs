using System.Text.Encodings.Web;
using System.Text.Json;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Rules;

/// <summary><c>/api/v1/rules</c>: the packs that can be chosen, one of them, and the choice.</summary>
internal static class RulesHandlers
{
    // As a person would write it: the text is what a version keeps and what is edited again.
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Answer<RulesDocument> List(PlannerServerOptions options)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        var history = WorkspaceRules.History(workspace);
        var current = options.RulePackPath is { } given ? RulePackFiles.Load(given).Id : history.Count > 0 ? history[0].Name : RulePackFiles.Default;
        return new(new(
            options.RulePackPath is not null, current, ServedRules.Of(workspace, options).Problem,
            [.. RulePackFiles.Ids.Select(id => PackLine.Of(RulePackFiles.Load(id)))], [.. history.Select(VersionLine.Of)]));
    }

    public static Answer<PackDetail> Get(string id, PlannerServerOptions options)
    {
        using var workspace = Workspaces.Open(options.WorkspacePath, readOnly: true);
        // A file of --rules has no name here but that of the pack in it.
        if (options.RulePackPath is { } given && RulePackFiles.Load(given) is var served && served.Id == id)
        {
            return new(PackDetail.Of(id, served, RulePackFiles.Text(given)));
        }

        var history = WorkspaceRules.History(workspace);
        var version = WorkspaceRules.Find(history, id) ?? throw HttpProblem.Missing(
            $"没有规则包“{id}”；/api/v1/rules 列出可用的", $"There is no rule pack \"{id}\"; /api/v1/rules lists them");
        return new(PackDetail.Of(
            version.Name, WorkspaceRules.PackOf(workspace, version), version.Json ?? RulePackFiles.Text(version.Pack)));
    }

    /// <summary>Stores a pack or a choice; it is in use at once, and served as soon as the workspace is loaded anew.</summary>
    public static Answer<VersionLine> Save(Question<RulesRequest> question, PlannerServerOptions options, TimeProvider clock)
    {
        var (json, pack, note) = question.Fields;
        if (options.RulePackPath is not null)
        {
            throw new ProblemException(new(StatusCodes.Status409Conflict, new(
                "服务器以 --rules 启动，规则包已固定：去掉该选项重新启动，即可在此选择", "The server was started with --rules, which fixes the pack: start it without to choose here")));
        }

        if (json is null == pack is null)
        {
            throw HttpProblem.Invalid("json", "json 与 pack 给出其中一个", "give json or pack, one of them");
        }

        using var workspace = Workspaces.Open(options.WorkspacePath);
        try
        {
            return new(VersionLine.Of(pack is not null
                ? WorkspaceRules.Choose(workspace, pack, note, clock)
                : WorkspaceRules.Save(workspace, TextOf(json!.Value), note, clock)));
        }
        catch (RulePackException e)
        {
            throw new ProblemException(new(
                StatusCodes.Status400BadRequest, new($"{e.Place}：{e.What.Zh}", $"{e.Place}: {e.What.En}"), e.Place)
            {
                Problems = e.Problems,
            });
        }
    }

    private static string TextOf(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetString()! : JsonSerializer.Serialize(json, Written);
}
