using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Puts findings on the map: those that name rows and no places get the places of the rows.</summary>
internal sealed class HealthPlaces(LoadedDistrict loaded)
{
    private readonly Dictionary<string, Dictionary<string, LayerRow>> _rows = [];

    public IReadOnlyList<HealthFinding> Put(IEnumerable<HealthFinding> findings) => [.. findings.Select(Put)];

    private HealthFinding Put(HealthFinding finding) => finding.Places.Count > 0 || finding.Ids.Count == 0
        ? finding
        : finding with
        {
            Places = [.. finding.Ids.Select(id => Place(finding.Layer, id)).OfType<HealthPlace>()],
        };

    private HealthPlace? Place(string layer, string id) =>
        Rows(layer).GetValueOrDefault(id)?.Geometry is { IsEmpty: false } geometry && Places.Of(geometry) is var at
            ? new HealthPlace(id, null, at.X, at.Y)
            : null;

    private Dictionary<string, LayerRow> Rows(string layer)
    {
        if (!_rows.TryGetValue(layer, out var rows))
        {
            rows = WorkspaceLayers.Find(layer) is { } schema
                ? loaded.Rows[schema].ToDictionary(r => (string)r.Values[0]!)
                : [];
            _rows.Add(layer, rows);
        }

        return rows;
    }
}
