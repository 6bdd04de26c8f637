using SpatialPlanner.Data.Health;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Districts;

/// <content>Faults of the network.</content>
public sealed partial class LoadedDistrict
{
    private readonly Lazy<IReadOnlyList<NetworkFault>> _faults;

    /// <summary>Where edges should meet and do not, or lie on each other; looked for when first asked.</summary>
    internal IReadOnlyList<NetworkFault> NetworkFaults => _faults.Value;

    private Lazy<IReadOnlyList<NetworkFault>> FaultsLater() =>
        new(() => Health.NetworkFaults.Find(Rows[WorkspaceLayers.WalkEdges], Projection));
}
