using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Gaps;

namespace SpatialPlanner.Data.Results;

/// <summary>The result layer <c>gaps</c>: each area and its gap in every service, for the service's own group.</summary>
public static class GapsLayer
{
    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new("gaps", new("服务盲区", "Service gaps"), LayerGeometry.Polygon, Contents);

    /// <summary>
    /// The columns: level, code, name, population, and for each service S <c>S_group</c>, <c>S_total</c>,
    /// <c>S_uncovered</c> and <c>S_share</c> in people of the service's group. Areas without a shape (what lies outside
    /// every community) have no geometry.
    /// </summary>
    private static (IReadOnlyList<LayerColumn> Columns, IReadOnlyList<LayerRow> Rows) Contents(Assessment assessment)
    {
        var (loaded, answers) = (assessment.Loaded, assessment.Answers);
        List<LayerColumn> columns =
        [
            new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text),
            new("name", ColumnType.Text), new("name_en", ColumnType.Text), new("population", ColumnType.Whole),
        ];
        var rowsOfService = answers.Select(a => RowsByArea(a, loaded.Areas.Count)).ToList();
        foreach (var code in answers.Select(a => a.Service.Code))
        {
            columns.Add(new($"{code}_group", ColumnType.Text));
            columns.Add(new($"{code}_total", ColumnType.Whole));
            columns.Add(new($"{code}_uncovered", ColumnType.Whole));
            columns.Add(new($"{code}_share", ColumnType.Real));
        }

        var people = People(loaded);
        var rows = Enumerable.Range(0, loaded.Areas.Count)
            .Select(a => new LayerRow(loaded.Areas[a].Area.Shape, Values(loaded, people, rowsOfService, a)))
            .ToList();
        return (columns, rows);
    }

    /// <summary>Name of a level in tables and keys.</summary>
    /// <param name="level">Level.</param>
    public static string NameOf(AreaLevel level) => level switch
    {
        AreaLevel.District => "district",
        AreaLevel.Subdistrict => "subdistrict",
        AreaLevel.Community => "community",
        _ => "compound",
    };

    private static object?[] Values(
        LoadedDistrict loaded, long[] people, List<GapRow[]> rowsOfService, int area)
    {
        var (level, shape) = loaded.Areas[area];
        List<object?> values =
        [
            $"{NameOf(level)}/{shape.Code}", NameOf(level), shape.Code, shape.Name, shape.NameEn, people[area],
        ];
        foreach (var rows in rowsOfService)
        {
            var row = rows[area];
            values.Add(row.Group);
            values.Add(row.Total);
            values.Add(row.Uncovered);
            values.Add(row.Share is { } share ? Math.Round(share, 6) : null);
        }

        return [.. values];
    }

    private static GapRow[] RowsByArea(ServiceAnswer answer, int areaCount)
    {
        var rows = new GapRow[areaCount];
        foreach (var row in answer.Gaps)
        {
            if (row.Group == answer.Service.Group && row.Denominator == Denominator.People)
            {
                rows[row.Area] = row;
            }
        }

        return rows;
    }

    private static long[] People(LoadedDistrict loaded)
    {
        var people = new long[loaded.Areas.Count];
        foreach (var areaOfBuilding in loaded.District.Buildings.Area)
        {
            for (var b = 0; b < areaOfBuilding.Length; b++)
            {
                if (areaOfBuilding[b] != BuildingColumns.NoArea)
                {
                    people[areaOfBuilding[b]] += loaded.District.Buildings.People[0][b];
                }
            }
        }

        return people;
    }
}
