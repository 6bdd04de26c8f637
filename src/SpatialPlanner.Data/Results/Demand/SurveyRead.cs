using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Results.Demand;

/// <summary>Reads the survey of a workspace.</summary>
internal static class SurveyRead
{
    private static readonly RowReader Read = new(WorkspaceLayers.SurveyResponses);
    private static readonly Func<LayerRow, string?> Community = Read.Text("community_code");
    private static readonly Func<LayerRow, string?> Service = Read.Text("service");
    private static readonly Func<LayerRow, string?> AgeGroup = Read.Text("age_group");
    private static readonly Func<LayerRow, long?> Want = Read.Whole("want");
    private static readonly Func<LayerRow, string?> NeedKind = Read.Text("need_kind");
    private static readonly Func<LayerRow, string?> Channel = Read.Text("channel");
    private static readonly Func<LayerRow, string?> Respondent = Read.Text("respondent");

    public static SurveyIntake Intake(LoadedDistrict loaded, DemandAreas areas) => SurveyIntake.Of(
        areas.Frame,
        [
            .. loaded.Rows[WorkspaceLayers.SurveyResponses].Select(r => new SurveyResponse(
                (string)r.Values[0]!, Community(r), Service(r), AgeGroup(r), Want(r), NeedKind(r), Channel(r), Respondent(r))),
        ]);
}
