using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Scenarios;

/// <summary>The named scenarios of a workspace.</summary>
public static class WorkspaceScenarios
{
    /// <summary>Longest name, note and author, in UTF-16 units.</summary>
    public const int LongestName = 200, LongestNote = 2000;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Those that are there, by name.</summary>
    /// <param name="workspace">The workspace.</param>
    public static IReadOnlyList<SavedScenario> List(IWorkspace workspace) =>
        [.. All(workspace).Where(s => !s.IsDeleted).OrderBy(s => s.Name, StringComparer.Ordinal).ThenBy(s => s.Id, StringComparer.Ordinal)];

    /// <summary>The scenario of an id, a deleted one too; null where there is none.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="id">The id.</param>
    public static SavedScenario? Find(IWorkspace workspace, string id) => All(workspace).FirstOrDefault(s => s.Id == id);

    /// <summary>The scenario of an id or, where only one is called so, of a name.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="name">Id or name.</param>
    /// <exception cref="InputException">There is none, or several are called so.</exception>
    public static SavedScenario Named(IWorkspace workspace, string name)
    {
        var all = List(workspace);
        if (all.FirstOrDefault(s => s.Id == name) is { } found)
        {
            return found;
        }

        var called = all.Where(s => s.Name == name).ToList();
        var known = string.Join(", ", all.Select(s => $"{s.Id} ({s.Name})"));
        return called.Count switch
        {
            1 => called[0],
            0 => throw InputException.Fatal(
                name, null, new("工作区没有这个情景", "the workspace has no such scenario"),
                all.Count == 0 ? new("还没有保存过情景：在页面的“情景”里保存", "none is saved yet: save one in the page under Scenario")
                    : new($"可用：{known}", $"use one of {known}")),
            _ => throw InputException.Fatal(
                name, null, new("有几个情景叫这个名字", "several scenarios are called so"), new($"请用编号：{known}", $"use its id: {known}")),
        };
    }

    /// <summary>Stores a scenario in place of its former version; the version rises by one.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="scenario">The scenario; a new one has no id and version 0.</param>
    /// <param name="clock">Gives the time.</param>
    public static SavedScenario Save(IWorkspace workspace, SavedScenario scenario, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(clock);
        var now = GeoPackageCreator.Iso(clock.GetUtcNow());
        var stored = scenario with
        {
            Id = scenario.Id.Length > 0 ? scenario.Id : $"s-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}",
            CreatedAt = scenario.CreatedAt.Length > 0 ? scenario.CreatedAt : now,
            SavedAt = now,
            Version = scenario.Version + 1,
        };
        var bytes = JsonSerializer.SerializeToUtf8Bytes(stored.Changes, Json);
        var layer = WorkspaceLayers.Scenarios;
        var batch = new LayerBatch(
            $"{stored.Id}.json", CoordinateSystems.Wgs84.Code,
            new Dictionary<LayerSchema, IReadOnlyCollection<LayerRow>> { [layer] = [Row(stored)] },
            new Dictionary<LayerSchema, int> { [layer] = 1 }, [])
        {
            Format = $"scenario, planner {ProgramInfo.Version}",
        };
        workspace.Commit(
            batch, new ImportSource(batch.File, Convert.ToHexStringLower(SHA256.HashData(bytes)), bytes.Length), replaceLayers: false);
        return stored;
    }

    private static IEnumerable<SavedScenario> All(IWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        return workspace.Read(WorkspaceLayers.Scenarios).Select(Scenario);
    }

    private static LayerRow Row(SavedScenario s) => new(
        null,
        [
            s.Id, s.Name, s.Note, s.Author, s.CreatedAt, s.SavedAt, s.BasedOn, s.Version, s.IsDeleted,
            JsonSerializer.Serialize(s.Changes, Json),
        ]);

    // Another program may have edited the table: what cannot be read is a scenario without changes, not an end of the program.
    private static SavedScenario Scenario(LayerRow row)
    {
        T? Value<T>(string column) => row.Values[WorkspaceLayers.Scenarios.Require(column)] is T value ? value : default;
        return new(
            Value<string>("id") ?? "", Value<string>("name") ?? "", Value<string>("note"), Value<string>("author"),
            Value<string>("created_at") ?? "", Value<string>("saved_at") ?? "", Value<string>("based_on"), Value<long>("version"),
            Value<bool>("deleted"), ChangesOf(Value<string>("changes")));
    }

    private static ScenarioChanges ChangesOf(string? json)
    {
        try
        {
            return json is null ? new() : JsonSerializer.Deserialize<ScenarioChanges>(json, Json) ?? new();
        }
        catch (JsonException)
        {
            return new();
        }
    }
}
