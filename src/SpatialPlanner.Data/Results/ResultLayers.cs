using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Results;

/// <summary>The layers that are computed from a district by the rule pack's own limits: what a server publishes and a user exports.</summary>
public static class ResultLayers
{
    /// <summary>Names, in the order in which a map draws them.</summary>
    public static readonly IReadOnlyList<string> Names = ["coverage", "gaps", "gap_table", "snap_ledger", "network_faults"];

    /// <summary>Answers every service of the pack by its own rule.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="cancel">Cancels between two services.</param>
    public static IReadOnlyList<ServiceAnswer> Answers(LoadedDistrict loaded, CancellationToken cancel)
    {
        var search = new ShortestPathSearch(loaded.District.Network);
        var answers = new List<ServiceAnswer>();
        for (var s = 0; s < loaded.Pack.Services.Count; s++)
        {
            cancel.ThrowIfCancellationRequested();
            answers.Add(ServiceAnswer.Find(loaded, s, search: search));
        }

        return answers;
    }

    /// <summary>All result layers.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="answers">The services.</param>
    public static IReadOnlyList<PublishedLayer> Make(LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers) =>
        [.. Names.Select(name => Make(name, loaded, answers))];

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
