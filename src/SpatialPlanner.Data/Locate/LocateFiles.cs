using SpatialPlanner.Data.Export;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Locate;

/// <summary>Writes an answer: who is served by what, and beside it what each site serves.</summary>
public static class LocateFiles
{
    private static readonly LayerSchema Assignments = new("assignments", new("分配", "Assignments"), LayerGeometry.None,
        [new("demand_id", ColumnType.Text), new("site_id", ColumnType.Text), new("cost", ColumnType.Real), new("units", ColumnType.Real)]);

    private static readonly LayerSchema Sites = new("sites", new("地点", "Sites"), LayerGeometry.None,
        [
            new("site_id", ColumnType.Text), new("state", ColumnType.Text), new("demand_points", ColumnType.Whole), new("units", ColumnType.Real),
            new("capacity", ColumnType.Real), new("mean_cost", ColumnType.Real), new("max_cost", ColumnType.Real),
        ]);

    /// <summary>The file of the sites beside that of the assignments.</summary>
    /// <param name="path">Path of the file of the assignments.</param>
    public static string SitesPath(string path) => Path.Combine(
        Path.GetDirectoryName(path) ?? string.Empty, Path.GetFileNameWithoutExtension(path) + ".sites.csv");

    /// <summary>Writes both files.</summary>
    /// <param name="path">Path of the file of the assignments.</param>
    /// <param name="table">The table.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancel">Cancels; no file is left half written.</param>
    /// <exception cref="InputException">A file cannot be written.</exception>
    public static void Write(string path, LocateTable table, LocateAnswer answer, CancellationToken cancel)
    {
        LayerExport.Write(Assignments, answer.Served.Select(s => Row(table, answer, s)), null, LayerExport.PlainCsv, path, cancel);
        LayerExport.Write(Sites, SiteRows(table, answer), null, LayerExport.PlainCsv, SitesPath(path), cancel);
    }

    private static LayerRow Row(LocateTable table, LocateAnswer answer, ServedDemand served) => new(
        null,
        [
            table.Demand[served.Demand], served.Site is { } s ? table.Sites[s] : null,
            served.Site is null ? null : Real(served.Cost, answer.CostScale), Real(served.Units, table.WeightScale),
        ]);

    private static IEnumerable<LayerRow> SiteRows(LocateTable table, LocateAnswer answer)
    {
        var serves = answer.Served.Where(s => s.Site is not null).ToLookup(s => s.Site!.Value);
        var chosen = answer.Sites.ToHashSet();
        for (var s = 0; s < table.Sites.Count; s++)
        {
            if (!chosen.Contains(s) && table.Role[s] != SiteRole.Existing)
            {
                continue;
            }

            var (parts, units) = (serves[s].ToList(), serves[s].Sum(p => p.Units));
            var state = table.Role[s] switch { SiteRole.Existing => "existing", SiteRole.Required => "required", _ => "chosen" };
            yield return new LayerRow(null,
            [
                table.Sites[s], state, (long)parts.Count, Real(units, table.WeightScale), table.Capacity[s] is { } c ? Real(c, table.WeightScale) : null,
                units == 0 ? null : Math.Round((double)(parts.Sum(p => (decimal)p.Units * p.Cost) / units / answer.CostScale), 6),
                parts.Count == 0 ? null : Real(parts.Max(p => p.Cost), answer.CostScale),
            ]);
        }
    }

    private static double Real(long value, long scale) => (double)(value / (decimal)scale);
}
