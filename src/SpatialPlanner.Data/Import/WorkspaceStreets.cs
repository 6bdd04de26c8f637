using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs.Detection;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Import;

/// <summary>The streets of a workspace, beside which a new file's coordinates are judged; read when first asked for.</summary>
/// <param name="workspace">The workspace; null where there is none yet.</param>
public sealed class WorkspaceStreets(IWorkspace? workspace)
{
    private static readonly RowReader Edge = new(WorkspaceLayers.WalkEdges);
    private static readonly Func<LayerRow, bool> IsTunnel = Edge.Flag("tunnel");
    private static readonly Func<LayerRow, bool> IsBridge = Edge.Flag("bridge");

    private StreetReference? _reference;

    /// <summary>The streets in the open and the extent of the boundaries; null where there is no workspace.</summary>
    public StreetReference? Reference => workspace is null ? null : _reference ??= Read(workspace);

    // Passages under a roof are mapped as tunnels, walkways between towers as bridges: both lead through buildings by right.
    private static StreetReference Read(IWorkspace workspace)
    {
        var area = workspace.Extent(WorkspaceLayers.Boundaries) ?? new Envelope();
        return new StreetReference(
            workspace.Read(WorkspaceLayers.WalkEdges).Where(r => !IsTunnel(r) && !IsBridge(r)).Select(r => r.Geometry)
                .OfType<Geometry>(),
            area);
    }
}
