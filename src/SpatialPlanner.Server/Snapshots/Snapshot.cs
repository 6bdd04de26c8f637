using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Siting;
using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Hours;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Siting;

namespace SpatialPlanner.Server.Snapshots;

/// <summary>Everything that is served of one state of the workspace. Read only; an edit makes a new one.</summary>
internal sealed class Snapshot
{
    private readonly Dictionary<string, ServedLayer> byName;
    private readonly Assessment? assessment;
    private long lastEdit;
    private readonly Lazy<DistrictAtTime> always;
    private readonly Lazy<IReadOnlyList<HealthFinding>> health;
    // Gates keep few different hours: night and day, with a weekend's. By the gates that are shut.
    private readonly RecentAnswers<string, DistrictAtTime> atTimes = new(4);
    private readonly RecentAnswers<string, DistrictAtTime> inScenarios = new(4);

    /// <summary>A snapshot of layers that are there, and of results that are worked out when somebody asks for them.</summary>
    public Snapshot(
        string fingerprint, LocalText name, IEnumerable<PublishedLayer> layers, IEnumerable<ResultLayer>? results = null,
        Assessment? assessment = null)
    {
        Fingerprint = fingerprint;
        Name = name;
        ServedLayer[] there = [.. layers.AsParallel().AsOrdered().Select(l => new ServedLayer(l))];
        foreach (var layer in there.Where(l => l.Name != WorkspaceLayers.LandCover.Name))
        {
            Extent.ExpandToInclude(layer.Extent);
        }

        Layers = [.. there, .. (results ?? []).Select(r => new ServedLayer(r, assessment!, Extent))];
        this.assessment = assessment;
        always = new(() => new DistrictAtTime(Loaded));
        health = new(() => HealthReport.Make(Loaded));
        byName = Layers.ToDictionary(l => l.Name, StringComparer.Ordinal);
    }

    /// <summary>Where the district is. A river or a forest on which it is drawn may reach far beyond.</summary>
    public Envelope Extent { get; } = new();

    public string Fingerprint { get; }

    /// <summary>Number of the last edit that is certainly in it; it rises where later ones changed nothing of the district.</summary>
    public long LastEdit
    {
        get => Interlocked.Read(ref lastEdit);
        set => Interlocked.Exchange(ref lastEdit, value);
    }

    public LocalText Name { get; }

    /// <summary>Source and result layers, in the order in which a map draws them.</summary>
    public IReadOnlyList<ServedLayer> Layers { get; }

    /// <summary>The district that questions are asked of.</summary>
    public LoadedDistrict Loaded => Assessment.Loaded;

    /// <summary>What is worked out of the district.</summary>
    public Assessment Assessment => assessment ?? throw new InvalidOperationException("This snapshot has layers only.");

    /// <summary>Who made the data, for files that leave the workspace; null where nothing is to be said.</summary>
    public string? Note { get; init; }

    /// <summary>Why the workspace's own rule pack is not the one that is served; null where it is.</summary>
    public LocalText? RulesProblem { get; init; }

    /// <summary>What is known about the health of the data; looked at when first asked for.</summary>
    public IReadOnlyList<HealthFinding> Health => health.Value;

    /// <summary>What-ifs borrow their scratch here.</summary>
    public ConcurrentBag<IncrementalSearch> WhatIfs { get; } = [];

    /// <summary>Isochrones borrow their scratch here.</summary>
    public ConcurrentBag<ShortestPathSearch> Searches { get; } = [];

    /// <summary>Coverage answers as bytes, by question.</summary>
    public RecentAnswers<string, byte[]> Coverage { get; } = new(24);

    /// <summary>Questions about plans as numbers, by question.</summary>
    public RecentAnswers<string, PlanCase> PlanCases { get; } = new(4);

    /// <summary>Plans that were proved, by question.</summary>
    public RecentAnswers<string, PlanDocument> Plans { get; } = new(8);

    /// <summary>The district as it is at a time of the week; every gate with hours is open where no time is given.</summary>
    public DistrictAtTime At(WeekTime? time)
    {
        if (time is not { } t || Loaded.GatesShutAt(t) is not { Count: > 0 } shut)
        {
            return always.Value;
        }

        return atTimes.Get(string.Join(',', shut), () => new DistrictAtTime(Loaded.At(t)));
    }

    /// <summary>The district at a time of the week with the changes of a scenario; that at the time where none is given.</summary>
    public DistrictAtTime At(WeekTime? time, SavedScenario? scenario) =>
        scenario is null ? At(time) : At(time, scenario.Changes, $"{scenario.Id} {scenario.Version}");

    /// <summary>The district at a time of the week with changes that are not saved.</summary>
    /// <exception cref="ChangeException">One of them names what is not there.</exception>
    public DistrictAtTime At(WeekTime? time, ScenarioChanges changes) =>
        At(time, changes, JsonSerializer.Serialize(changes, ApiJson.Options));

    private DistrictAtTime At(WeekTime? time, ScenarioChanges changes, string key) => inScenarios.Get(
        $"{key} {time}",
        () =>
        {
            var then = At(time).Loaded;
            return new DistrictAtTime(then.In(ChangeBinder.Bind(then, changes)));
        });

    /// <summary>The fields of a service, every gate with hours open.</summary>
    public ServiceFields Fields(int service) => always.Value.Fields(service);

    public ServedLayer? Find(string layer) => byName.GetValueOrDefault(layer);

    /// <summary>What handlers get: the snapshot of now, or the problem that there is none yet.</summary>
    public static ValueTask<Snapshot?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        ValueTask.FromResult<Snapshot?>(context.RequestServices.GetRequiredService<SnapshotStore>().Now());
}
