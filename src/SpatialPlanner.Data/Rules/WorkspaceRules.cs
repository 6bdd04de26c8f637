using System.Security.Cryptography;
using System.Text;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Rules;

/// <summary>
/// The rule pack of a workspace: chosen among those that come with the program, or saved with the user's own figures. Every
/// choice is a new row, so that nothing that plans were once made by is lost.
/// </summary>
public static class WorkspaceRules
{
    private const int LongestNote = 2000;

    /// <summary>The pack to work with: the one that is named, else the workspace's own, else the default.</summary>
    /// <param name="workspace">The workspace, or null where there is none yet.</param>
    /// <param name="idOrPath">Id of a pack that comes with the program, or the path of a file; null where none is named.</param>
    /// <exception cref="InputException">The pack cannot be used.</exception>
    public static RulePack Load(IWorkspace? workspace, string? idOrPath = null) =>
        idOrPath is not null ? RulePackFiles.Load(idOrPath)
        : workspace is not null && Current(workspace) is { } version ? PackOf(workspace, version)
        : RulePackFiles.Load();

    /// <summary>What was chosen and saved, the newest first.</summary>
    /// <param name="workspace">The workspace.</param>
    public static IReadOnlyList<RuleVersion> History(IWorkspace workspace) =>
    [
        .. workspace.Read(WorkspaceLayers.RulePacks).Select(Version)
            .OrderByDescending(v => v.Seq).ThenByDescending(v => v.Id, StringComparer.Ordinal),
    ];

    /// <summary>The version in use; null where nothing was ever chosen and the default holds.</summary>
    /// <param name="workspace">The workspace.</param>
    public static RuleVersion? Current(IWorkspace workspace) => History(workspace) is [var newest, ..] ? newest : null;

    /// <summary>Parses a version.</summary>
    /// <param name="workspace">The workspace that holds it.</param>
    /// <param name="version">The version.</param>
    /// <exception cref="InputException">This program cannot use it; it may have been saved by a newer one.</exception>
    public static RulePack PackOf(IWorkspace workspace, RuleVersion version)
    {
        var text = version.Json ?? RulePackFiles.Texts.GetValueOrDefault(version.Pack);
        var (what, problem) = (new LocalText("程序没有这个规则包", "the program has no such pack"), (RulePackException?)null);
        if (text is not null)
        {
            try
            {
                return RulePackJson.Parse(text, RulePackFiles.Texts);
            }
            catch (RulePackException e)
            {
                (what, problem) = (e.What, e);
            }
        }

        throw InputException.Fatal(
            workspace.Location, problem is null ? $"rule_packs {version.Name}" : $"rule_packs {version.Name}, {problem.Place}", what,
            new(
                "本程序不能使用工作区的规则包，可能由更新的版本保存：升级程序，或用 planner rules use ID -w 工作区（或页面的“规则”）另选一个",
                "this program cannot use the workspace's rule pack, which a newer one may have saved: update the program, or choose another with planner rules use ID -w WORKSPACE or in the page under Rules"),
            problem);
    }

    /// <summary>Finds a text by name: a version saved here (<c>id@2</c>, or the id of a pack that is only here), or a shipped pack.</summary>
    /// <param name="history">The history of the workspace.</param>
    /// <param name="name">The name.</param>
    public static RuleVersion? Find(IReadOnlyList<RuleVersion> history, string name) =>
        RulePackFiles.Texts.TryGetValue(name, out var text)
            ? new("", 0, name, 0, RulePackFiles.Parse(name, text).Edition, null, "", null, null)
            : history.FirstOrDefault(v => v.Json is not null && v.Name == name)
                ?? history.Where(v => v.Json is not null && v.Pack == name).MaxBy(v => v.Version);

    /// <summary>Makes a pack by name the one in use.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="name">Id of a shipped pack, or <c>id@n</c> of a version saved here.</param>
    /// <param name="note">What the user says about it, or null.</param>
    /// <param name="clock">Gives the time; the system's clock where null.</param>
    /// <exception cref="InputException">There is no such pack here.</exception>
    public static RuleVersion Choose(IWorkspace workspace, string name, string? note = null, TimeProvider? clock = null)
    {
        var history = History(workspace);
        if (Find(history, name) is { } found)
        {
            return Store(workspace, history, found with { Note = note }, clock);
        }

        var known = string.Join(", ", RulePackFiles.Ids.Concat(history.Where(v => v.Json is not null).Select(v => v.Name).Distinct().Order(StringComparer.Ordinal)));
        throw InputException.Fatal(
            name, null, new("没有这个规则包", "there is no such rule pack"), new($"可用：{known}", $"use one of {known}"));
    }

    /// <summary>Saves a text as a new version of its pack and makes it the one in use.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="json">The whole text.</param>
    /// <param name="note">What the user says about it, or null.</param>
    /// <param name="clock">Gives the time; the system's clock where null.</param>
    /// <exception cref="RulePackException">The text is no usable pack; nothing was stored.</exception>
    public static RuleVersion Save(IWorkspace workspace, string json, string? note = null, TimeProvider? clock = null)
    {
        var pack = RulePackJson.Parse(json, RulePackFiles.Texts);
        var history = History(workspace);
        var version = history.Where(v => v.Pack == pack.Id).Select(v => v.Version).DefaultIfEmpty(0).Max() + 1;
        return Store(workspace, history, new("", 0, pack.Id, version, pack.Edition, null, "", note, json), clock);
    }

    // Two writers at once take the same number: the hash in the key keeps both rows.
    private static RuleVersion Store(IWorkspace workspace, IReadOnlyList<RuleVersion> history, RuleVersion version, TimeProvider? clock)
    {
        var now = GeoPackageCreator.Iso((clock ?? TimeProvider.System).GetUtcNow());
        var seq = (history.Count == 0 ? 0 : history[0].Seq) + 1;
        var bytes = Encoding.UTF8.GetBytes(version.Json ?? version.Pack);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        var note = string.IsNullOrWhiteSpace(version.Note) ? null : version.Note.Trim();
        var stored = version with
        {
            Id = $"{seq:D6}-{hash[..8]}",
            Seq = seq,
            BasedOn = history.Count == 0 ? RulePackFiles.Default : history[0].Name,
            SavedAt = now,
            Note = note?.Length > LongestNote ? note[..LongestNote] : note,
        };
        var layers = new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>> { [WorkspaceLayers.RulePacks] = [Row(stored)] };
        var batch = new LayerBatch(
            $"{stored.Name}.json", CoordinateSystems.Wgs84.Code, layers, new Dictionary<LayerSchema, int> { [WorkspaceLayers.RulePacks] = 1 }, [])
        {
            Format = $"rule pack, planner {ProgramInfo.Version}",
        };
        workspace.Commit(batch, new ImportSource(batch.File, hash, bytes.Length), replaceLayers: false);
        return stored;
    }

    private static LayerRow Row(RuleVersion v) => new(
        null, [v.Id, v.Seq, v.Pack, (long)v.Version, v.Edition, v.BasedOn, v.SavedAt, v.Note, v.Json]);

    private static RuleVersion Version(LayerRow row)
    {
        T? Value<T>(string column) => row.Values[WorkspaceLayers.RulePacks.Require(column)] is T value ? value : default;
        return new(
            Value<string>("id") ?? "", Value<long>("seq"), Value<string>("pack") ?? "", (int)Value<long>("version"), Value<string>("edition") ?? "",
            Value<string>("based_on"), Value<string>("saved_at") ?? "", Value<string>("note"), Value<string>("json"));
    }
}
