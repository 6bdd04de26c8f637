using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;

namespace SpatialPlanner.Data.Health;

/// <summary>Counts and sizes cannot be negative; a program that edits the workspace may write what an import refuses.</summary>
internal static class NumberHealth
{
    // A storey below ground, a slope downhill and a node that an editor has not uploaded yet are rightly negative.
    private static readonly string[] Signed = ["storey", "grade", "from_node", "to_node", "vertical_layer"];

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        foreach (var layer in WorkspaceLayers.OfDistrict)
        {
            for (var c = 0; c < layer.Columns.Count; c++)
            {
                var column = layer.Columns[c];
                if (Signed.Contains(column.Name))
                {
                    continue;
                }

                List<string> negative = [.. loaded.Rows[layer].Where(r => r.Values[c] is < 0L or < 0.0).Select(r => (string)r.Values[0]!)];
                if (negative.Count > 0)
                {
                    yield return HealthReport.Finding(
                        HealthGrade.Problem, "negative_number", layer.Name, negative,
                        $"{negative.Count} 行的 {column.Name} 为负数，按 0 计：请改正",
                        $"{negative.Count} rows have a negative {column.Name}, which counts as 0: correct them");
                }
            }
        }
    }
}
