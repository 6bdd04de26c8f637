using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Data.Import;

/// <summary>The streets of a workspace, beside which a new file's coordinates are judged; read when first asked for.</summary>
/// <param name="workspace">The workspace; null where there is none yet.</param>
public sealed class Streets(IWorkspace? workspace)
{
    private IReadOnlyList<LineString>? _lines;

    /// <summary>The edges of the walk network, WGS 84; empty where there are none.</summary>
    public IReadOnlyList<LineString> Lines => _lines ??=
        workspace is null ? [] : [.. workspace.Read(WorkspaceLayers.WalkEdges).Select(r => r.Geometry).OfType<LineString>()];
}
