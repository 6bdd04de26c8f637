using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Results;

/// <content>Demand and who can serve it.</content>
public sealed partial class Assessment
{
    /// <summary>The survey weighted to the people.</summary>
    public DemandAnswer Demand => Once(() =>
    {
        var areas = DemandAreas.Of(Loaded);
        return new DemandAnswer(
            areas, SurveyEstimate.Make(areas.Frame, SurveyRead.Intake(Loaded, areas), SurveyThresholds.Default));
    });

    /// <summary>The needs matched with the resources.</summary>
    public MatchAnswer Matching => Once(() => MatchAnswer.Find(this));
}
