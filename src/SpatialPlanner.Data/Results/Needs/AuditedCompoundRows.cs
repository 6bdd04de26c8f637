using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Results.Needs;

/// <summary>What the audit's tables say of a compound beside its figures; null for one that the data do not have.</summary>
internal sealed class AuditedCompoundRows(Assessment assessment)
{
    private static readonly Func<LayerRow, string?> Name = new RowReader(WorkspaceLayers.Compounds).Text("name");
    private readonly Dictionary<string, int> index = assessment.Loaded.Rows[WorkspaceLayers.Compounds]
        .Select((row, i) => ((string)row.Values[0]!, i)).ToDictionary(StringComparer.Ordinal);

    public Geometry? ShapeOf(string id) => RowOf(id)?.Geometry;

    public string? NameOf(string id) => RowOf(id) is { } row ? Name(row) : null;

    public string? CommunityOf(string id) => index.TryGetValue(id, out var i)
        ? assessment.Areas.All[assessment.Areas.OfCompounds[(int)AreaLevel.Community][i]].Area.Code : null;

    private LayerRow? RowOf(string id) =>
        index.TryGetValue(id, out var i) ? assessment.Loaded.Rows[WorkspaceLayers.Compounds][i] : null;
}
