using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>Parts what leads through gates that are closed in the data: a drawn path does not open a gate.</summary>
public static class ClosedGates
{
    /// <summary>The network without ways through closed gates; the same one where there are none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="linker">Linking on it, which knows the gates.</param>
    public static WalkNetwork Cut(WalkNetwork network, PlaceLinker linker)
    {
        var edit = new NetworkEdit(network);
        new GateEditor(network, linker, edit, new PathJoiner(linker, edit))
            .Close(Enumerable.Range(0, linker.Gates.Count).Where(g => !linker.Gates[g].Gate.IsOpen));
        if (edit.IsEmpty)
        {
            return network;
        }

        var cut = edit.Build();
        var (component, sizes) = NetworkComponents.Label(cut.Edges, cut.Arcs);
        return new WalkNetwork(cut.Edges, cut.Arcs, component, sizes, cut.PartsOfEdges);
    }
}
