using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Work;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results;

/// <summary>The layers that are computed from a district by the rule pack's own limits: what a server publishes and a user exports.</summary>
public static class ResultLayers
{
    /// <summary>Names, in the order in which a map draws them.</summary>
    public static readonly IReadOnlyList<string> Names = ["coverage", "gaps", "gap_table", "snap_ledger", "network_faults"];

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

    /// <summary>All result layers.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="answers">The services.</param>
    public static IReadOnlyList<PublishedLayer> Make(LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers)
    {
        var layers = new PublishedLayer[Names.Count];
        Workers.Run(
            layers.Length, Environment.ProcessorCount, () => loaded,
            (district, i) => layers[i] = Make(Names[i], district, answers), CancellationToken.None);
        return layers;
    }

    /// <summary>One result layer.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="loaded">The district.</param>
    /// <param name="answers">The services.</param>
    public static PublishedLayer Make(string name, LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers) => name switch
    {
        "coverage" => CoverageLayer.Make(loaded, answers),
        "gaps" => GapsLayer.Make(loaded, answers),
        "gap_table" => GapTableLayer.Make(loaded, answers),
        "snap_ledger" => SnapLedgerLayer.Make(loaded),
        "network_faults" => NetworkFaultsLayer.Make(loaded),
        _ => throw new ArgumentException($"No result layer {name}; see ResultLayers.Names.", nameof(name)),
    };
}
