using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results.Capacity;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Data.Results.Indicators;
using SpatialPlanner.Data.Results.Needs;
using SpatialPlanner.Data.Results.Pilots;
using SpatialPlanner.Data.Results.Sensitivity;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Work;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results;

/// <summary>The layers that are computed from a district by the rule pack's own limits: what a server publishes and a user exports.</summary>
public static class ResultLayers
{
    /// <summary>All of them, in the order in which a map draws them and a reader is shown them.</summary>
    public static readonly IReadOnlyList<ResultLayer> All =
    [
        CoverageLayer.Layer,
        GapsLayer.Layer,
        GapTableLayer.Layer,
        IndicatorsLayer.Layer,
        NeedsLayer.Layer,
        CapacitySplitLayer.Layer,
        AccessibilityLayer.Layer,
        FacilityLoadLayer.Layer,
        RoomAuditLayer.Layer,
        RectificationLayer.Layer,
        DemandListLayer.Layer,
        DemandByAgeLayer.Layer,
        SurveySampleLayer.Layer,
        SurveyLeftOutLayer.Layer,
        ResourceListLayer.Layer,
        NeedMatchesLayer.Layer,
        PilotsLayer.Layer,
        PilotSensitivityLayer.Layer,
        GapPatchesLayer.Layer,
        EquityLayer.Layer,
        LorenzLayer.Layer,
        SensitivityLayer.Layer,
        SnapLedgerLayer.Layer,
        NetworkFaultsLayer.Layer,
    ];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(l => l.Name)];

    /// <summary>The layer of a name, or null.</summary>
    /// <param name="name">snake_case layer name.</param>
    public static ResultLayer? Find(string name) => All.FirstOrDefault(l => l.Name == name);

    /// <summary>Answers every service of the pack by its own rule.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="cancel">Cancels between two services.</param>
    public static IReadOnlyList<ServiceAnswer> Answers(LoadedDistrict loaded, CancellationToken cancel) =>
        Answers(loaded, [.. Enumerable.Range(0, loaded.Pack.Services.Count)], cancel: cancel);

    /// <summary>Answers some services, as many at a time as there are processors; the answer is the same for each number.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="services">Services, as their places in the rule pack.</param>
    /// <param name="limit">Limit, or null for each rule's own.</param>
    /// <param name="profile">Walker, or null for each rule's own.</param>
    /// <param name="threads">Number of threads, or null for that of the processors.</param>
    /// <param name="cancel">Cancels between two services.</param>
    public static IReadOnlyList<ServiceAnswer> Answers(
        LoadedDistrict loaded, IReadOnlyList<int> services, WalkLimit? limit = null, WalkerProfile? profile = null,
        int? threads = null, CancellationToken cancel = default)
    {
        var answers = new ServiceAnswer[services.Count];
        Workers.Run(
            answers.Length, threads ?? Environment.ProcessorCount,
            () => new ShortestPathSearch(loaded.District.Network),
            (search, i) => answers[i] = ServiceAnswer.Find(loaded, services[i], limit, profile, search), cancel);
        return answers;
    }
}
