using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>The result layer <c>demand_by_age</c>: the cells of the estimate, community by age, which add up to the demand list.</summary>
public static class DemandByAgeLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("level", ColumnType.Text), new("code", ColumnType.Text), new("name", ColumnType.Text),
        new("service", ColumnType.Text), new("age_group", ColumnType.Text), new("people", ColumnType.Whole),
        new("answers", ColumnType.Whole), new("wants", ColumnType.Whole), new("people_per_answer", ColumnType.Real),
        new("basis", ColumnType.Text), new("demand_people", ColumnType.Whole), new("common_people", ColumnType.Whole),
        new("individual_people", ColumnType.Whole),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "demand_by_age", new("分年龄需求", "Demand by age"), LayerGeometry.None, assessment => (Columns, Rows(assessment)));

    private static List<LayerRow> Rows(Assessment assessment)
    {
        var (loaded, demand) = (assessment.Loaded, assessment.Demand);
        return demand.HasSurvey ? [.. demand.Estimate.Cells.Select(Row)] : [];

        LayerRow Row(DemandCell cell)
        {
            var (service, age) = (loaded.Pack.Services[cell.Service].Code, demand.Estimate.Intake.Strata.Codes[cell.Stratum]);
            return new(null,
            [
                .. DemandWords.Head(loaded, demand.Areas, AreaLevel.Community, cell.Community, $"{service}/{age}"),
                service, age, cell.People, (long)cell.Answers, (long)cell.Wants, DemandWords.Rounded(cell.Weight, 3),
                DemandWords.NameOf(cell.Basis), cell.Demand, cell.Common, cell.Individual,
            ]);
        }
    }
}
