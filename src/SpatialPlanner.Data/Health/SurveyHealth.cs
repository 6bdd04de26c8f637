using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results.Demand;
using SpatialPlanner.Planning.Survey;

namespace SpatialPlanner.Data.Health;

/// <summary>Which answers of the survey count, which do not and why; which resources cannot be matched with needs.</summary>
internal static class SurveyHealth
{
    private static readonly Func<LayerRow, string?> Services = new RowReader(WorkspaceLayers.Resources).Text("services");

    public static IEnumerable<HealthFinding> Find(LoadedDistrict loaded)
    {
        var areas = DemandAreas.Of(loaded);
        return Answers(SurveyRead.Intake(loaded, areas)).Concat(Resources(loaded));
    }

    private static IEnumerable<HealthFinding> Answers(SurveyIntake intake)
    {
        foreach (var left in intake.LeftOut.GroupBy(l => l.Reason).OrderBy(g => g.Key))
        {
            var (ids, text) = (left.Select(l => l.Response.Id).ToList(), DemandWords.TextOf(left.Key));
            yield return Told(
                HealthGrade.Warning, $"survey_{DemandWords.NameOf(left.Key)}", ids,
                $"{ids.Count} 份答卷未计入需求——{text.Zh}", $"{ids.Count} answers do not count: {text.En}");
        }

        if (intake.WithoutKind.Count > 0)
        {
            yield return Told(
                HealthGrade.Note, "survey_no_kind", intake.WithoutKind,
                $"{intake.WithoutKind.Count} 份需要某项服务的答卷未注明共性或个性需求，按共性计",
                $"{intake.WithoutKind.Count} answers that want a service do not say which kind of need it is, and count as common");
        }

        if (intake.WithoutAge.Count > 0)
        {
            yield return Told(
                HealthGrade.Note, "survey_no_age", intake.WithoutAge,
                $"{intake.WithoutAge.Count} 份答卷没有年龄，按不属于任何年龄组的居民计",
                $"{intake.WithoutAge.Count} answers have no age, and count for the people who are in no age group");
        }

        if (intake.Strangers.Count > 0)
        {
            yield return Told(
                HealthGrade.Note, "survey_respondent_in_several_communities", intake.Strangers,
                $"{intake.Strangers.Count} 个受访者编号出现在多个社区，按不同的人计：核对是否各社区分别编号",
                $"{intake.Strangers.Count} respondent numbers are used in several communities and count as different people: see whether each community numbers its own");
        }
    }

    private static IEnumerable<HealthFinding> Resources(LoadedDistrict loaded)
    {
        var rows = loaded.Rows[WorkspaceLayers.Resources].Select(r => (Row: r, Id: (string)r.Values[0]!, As: MatchAnswer.ResourceOf(loaded, r))).ToList();
        List<string> bodiless = [.. rows.Where(r => !r.As.HasBody).Select(r => r.Id)];
        if (bodiless.Count > 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Note, "resource_without_body", WorkspaceLayers.Resources.Name, bodiless,
                $"{bodiless.Count} 个资源没有责任主体，不参与供需对接：补填 body",
                $"{bodiless.Count} resources name no responsible body and are not matched with needs: fill in body");
        }

        List<string> unsized = [.. rows.Where(r => r.As.Capacity is not > 0).Select(r => r.Id)];
        if (unsized.Count > 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Note, "resource_without_capacity", WorkspaceLayers.Resources.Name, unsized,
                $"{unsized.Count} 个资源没有可服务人数，不参与供需对接：补填 capacity",
                $"{unsized.Count} resources do not say how many they can serve and are not matched with needs: fill in capacity");
        }

        List<string> strange =
        [
            .. rows.Where(r => (Services(r.Row) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Any(s => loaded.Pack.IndexOfService(s) < 0)).Select(r => r.Id),
        ];
        if (strange.Count > 0)
        {
            yield return HealthReport.Finding(
                HealthGrade.Warning, "resource_unknown_service", WorkspaceLayers.Resources.Name, strange,
                $"{strange.Count} 个资源有规则包中没有的服务：改用规则包的服务代码",
                $"{strange.Count} resources give services that the rule pack does not have: use its service codes");
        }
    }

    private static HealthFinding Told(HealthGrade grade, string code, IReadOnlyCollection<string> ids, string zh, string en) =>
        HealthReport.Finding(grade, code, WorkspaceLayers.SurveyResponses.Name, ids, zh, en);
}
