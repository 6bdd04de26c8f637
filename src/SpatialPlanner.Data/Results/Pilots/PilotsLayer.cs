using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Data.Results.Pilots;

/// <summary>The result layer <c>pilots</c>: the communities with their criteria, scores and ranks, and which are chosen.</summary>
public static class PilotsLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("code", ColumnType.Text), new("name", ColumnType.Text), new("name_en", ColumnType.Text),
        new("subdistrict", ColumnType.Text), new("population", ColumnType.Whole), new("order", ColumnType.Whole),
        new("chosen", ColumnType.Flag), new("chosen_share", ColumnType.Real), new("best_order", ColumnType.Whole),
        new("worst_order", ColumnType.Whole), new("mean_rank", ColumnType.Real), new("weighted_sum", ColumnType.Real),
        new("weighted_sum_rank", ColumnType.Whole), new("topsis", ColumnType.Real), new("topsis_rank", ColumnType.Whole),
        .. PilotCriteria.All.Select(c => new LayerColumn(c.Code, ColumnType.Real)), new("complex_possible", ColumnType.Flag),
        new("best_place", ColumnType.Text), new("unknown_criteria", ColumnType.Text),
    ];

    /// <summary>The layer, by the default weights and number.</summary>
    public static ResultLayer Layer { get; } = new(
        "pilots", new("试点遴选", "Pilot choice"), LayerGeometry.Polygon,
        assessment => (Columns, Rows(assessment, assessment.Pilots)));

    /// <summary>The layer of another choice.</summary>
    /// <param name="assessment">The district.</param>
    /// <param name="answer">The choice.</param>
    public static PublishedLayer Make(Assessment assessment, PilotAnswer answer) =>
        new(Layer.Name, Layer.Title, Layer.Geometry, Columns, Rows(assessment, answer), true);

    // The best first, as a planner reads it; ids are codes.
    private static IReadOnlyList<LayerRow> Rows(Assessment assessment, PilotAnswer? answer)
    {
        if (answer is null)
        {
            return [];
        }

        var chosen = answer.Chosen.ToHashSet();
        return [.. answer.Ranking.Order.Select((a, place) => Row(assessment, answer, a, place + 1, chosen.Contains(a)))];
    }

    private static LayerRow Row(Assessment assessment, PilotAnswer answer, int a, int order, bool isChosen)
    {
        var (loaded, areas, communities) = (assessment.Loaded, assessment.Demand.Areas, assessment.PilotCommunities);
        var community = areas.Frame.Communities[communities.Place[a]];
        var area = loaded.Areas[areas.AreaOf(AreaLevel.Community, communities.Place[a])].Area;
        var subdistrict = community.Subdistrict < 0 ? null : loaded.Areas[areas.AreaOf(AreaLevel.Subdistrict, community.Subdistrict)].Area.Name;
        var (candidate, ranking, range) = (answer.Candidates[a], answer.Ranking, answer.RankRange[a]);
        string[] unknown = [.. PilotCriteria.All.Where((_, k) => candidate.Values[k] is null).Select(c => c.Code)];
        return new(area.Shape,
        [
            area.Code, area.Code, area.Name, area.NameEn, subdistrict, community.People, (long)order, isChosen,
            Math.Round(answer.ChosenShare[a], 4), (long)range.Best, (long)range.Worst, ranking.MeanRank(a),
            Math.Round(ranking.WeightedSum[a], 6), (long)ranking.SumRank[a], Math.Round(ranking.Topsis[a], 6), (long)ranking.TopsisRank[a],
            .. candidate.Values.Select(v => (object?)DemandWords.Rounded(v, 3)),
            loaded.Pack.Complex is { } rule ? answer.Values[a][2] >= rule.LeastAreaM2 : null, communities.BestPlace[a],
            unknown.Length == 0 ? null : string.Join(';', unknown),
        ]);
    }
}
