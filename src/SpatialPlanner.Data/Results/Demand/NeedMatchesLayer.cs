using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Matching;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>
/// The result layer <c>need_matches</c> (三方联动): need, resource and responsible body, and what stays unmatched with the reason. The
/// rows of a need add up to its people.
/// </summary>
public static class NeedMatchesLayer
{
    private static readonly IReadOnlyList<LayerColumn> Columns =
    [
        new("id", ColumnType.Text), new("code", ColumnType.Text), new("name", ColumnType.Text), new("service", ColumnType.Text),
        new("need_kind", ColumnType.Text), new("rank", ColumnType.Whole), new("need_people", ColumnType.Whole),
        new("state", ColumnType.Text), new("people", ColumnType.Whole), new("reason", ColumnType.Text), new("resource", ColumnType.Text),
        new("resource_name", ColumnType.Text), new("resource_kind", ColumnType.Text), new("body", ColumnType.Text),
        new("hours", ColumnType.Text), new("reach", ColumnType.Text),
    ];

    private static readonly RowReader Read = new(WorkspaceLayers.Resources);
    private static readonly Func<LayerRow, string?> Name = Read.Text("name");
    private static readonly Func<LayerRow, string?> Kind = Read.Text("kind");
    private static readonly Func<LayerRow, string?> Body = Read.Text("body");
    private static readonly Func<LayerRow, string?> Hours = Read.Text("hours");

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "need_matches", new("供需对接（三方联动）", "Needs matched with resources"), LayerGeometry.None,
        assessment => (Columns, Rows(assessment)));

    private static List<LayerRow> Rows(Assessment assessment)
    {
        var (loaded, answer, rows) = (assessment.Loaded, assessment.Matching, new List<LayerRow>());
        var (matches, unmatched) = (answer.Result.Matches.ToLookup(m => m.Need), answer.Result.Unmatched.ToLookup(u => u.Need));
        for (var n = 0; n < answer.Needs.Count; n++)
        {
            var head = Head(loaded, assessment.Demand.Areas, answer.Needs[n]);
            rows.AddRange(matches[n].Select(m => Matched(loaded, head, m, answer.Reach[n])));
            rows.AddRange(unmatched[n].Select(u => new LayerRow(null,
                [$"{head[0]}/-", .. head[1..], "unmatched", u.People, DemandWords.NameOf(u.Reason), null, null, null, null, null, null])));
        }

        return rows;
    }

    private static LayerRow Matched(LoadedDistrict loaded, object?[] head, NeedMatch match, IReadOnlyList<NeedReach> reach)
    {
        var row = loaded.Rows[WorkspaceLayers.Resources][match.Resource];
        var isHome = reach.First(r => r.Resource == match.Resource).IsSameCommunity;
        return new(null,
        [
            $"{head[0]}/{row.Values[0]}", .. head[1..], "matched", match.People, null, row.Values[0], Name(row), Kind(row), Body(row), Hours(row),
            isHome ? "same_community" : "walk",
        ]);
    }

    private static object?[] Head(LoadedDistrict loaded, DemandAreas areas, Need need)
    {
        var area = loaded.Areas[areas.AreaOf(AreaLevel.Community, need.Community)].Area;
        var (service, kind) = (loaded.Pack.Services[need.Service].Code, need.IsIndividual ? "individual" : "common");
        return [$"{area.Code}/{service}/{kind}", area.Code, area.Name, service, kind, (long)need.Rank, need.People];
    }
}
