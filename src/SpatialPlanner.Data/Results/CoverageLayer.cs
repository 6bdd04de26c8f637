using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Data.Results;

/// <summary>The result layer <c>coverage</c>: each building and its walk to every service.</summary>
public static class CoverageLayer
{
    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new("coverage", new("步行覆盖", "Walk coverage"), LayerGeometry.PointOrPolygon, Contents);

    /// <summary>
    /// The columns: id, community, population, and for each service S <c>S_m</c>, <c>S_s</c> (null: not reached) and
    /// <c>S_ok</c>.
    /// </summary>
    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var (loaded, answers) = (assessment.Loaded, assessment.Answers);
        List<LayerColumn> columns =
        [
            new("id", ColumnType.Text), new("community", ColumnType.Text), new("population", ColumnType.Whole),
        ];
        foreach (var answer in answers)
        {
            columns.Add(new($"{answer.Service.Code}_m", ColumnType.Real));
            columns.Add(new($"{answer.Service.Code}_s", ColumnType.Real));
            columns.Add(new($"{answer.Service.Code}_ok", ColumnType.Flag));
        }

        var rows = new LayerRow[loaded.District.Buildings.Count];
        for (var b = 0; b < rows.Length; b++)
        {
            rows[b] = new LayerRow(
                loaded.Rows[WorkspaceLayers.Buildings][b].Geometry, Values(loaded, answers, b, columns.Count));
        }

        return (columns, rows);
    }

    private static object?[] Values(
        LoadedDistrict loaded, IReadOnlyList<ServiceAnswer> answers, int building, int columnCount)
    {
        var (buildings, areas) = (loaded.District.Buildings, loaded.District.Areas);
        var values = new object?[columnCount];
        values[0] = buildings.Id[building];
        values[1] = areas.Code[buildings.Area[(int)AreaLevel.Community][building]];
        values[2] = (long)buildings.People[0][building];
        for (var s = 0; s < answers.Count; s++)
        {
            var answer = answers[s];
            values[3 + (3 * s)] = answer.Walks.Metres(building);
            values[4 + (3 * s)] = answer.Walks.Seconds(building) is { } seconds ? Math.Round(seconds, 3) : null;
            values[5 + (3 * s)] = answer.Walks.IsCovered(building, answer.Limit);
        }

        return values;
    }
}
