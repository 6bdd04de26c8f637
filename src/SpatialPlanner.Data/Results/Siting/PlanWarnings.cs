using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Capacity;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>What a reader of a plan should know of the data and the rules it is made from.</summary>
internal static class PlanWarnings
{
    public static IReadOnlyList<LocalText> Of(
        Assessment assessment, SitingGround ground, PlanQuestion question, IReadOnlyList<int> services)
    {
        var warnings = assessment.Loaded.Warnings.ToList();
        AddOfRules(warnings, [.. services.Select(s => assessment.Loaded.Pack.Services[s])], assessment.Loaded.Pack.Complex);
        AddOfSpaces(warnings, [.. ground.Spaces.Where(s => s.LeftOut is null)]);
        if (question.CountCapacity)
        {
            AddOfCapacity(warnings, assessment, services);
        }

        if (question.UseDemand)
        {
            AddOfDemand(warnings, assessment, services);
        }

        if (question.Extend)
        {
            warnings.Add(new(
                $"可扩建的设施：假定其建筑面积的 {PlanWords.Share(ExtensionSpaces.FreeShare, 0)} 可改作他用（程序默认值，待核实）；没有建筑面积的设施未考虑",
                $"Facilities that could be extended: {PlanWords.Share(ExtensionSpaces.FreeShare, 0)} of their floor area is assumed to be free (a program default, to be verified); those of unknown floor area are not considered"));
        }

        return warnings;
    }

    private static void AddOfDemand(List<LocalText> warnings, Assessment assessment, IReadOnlyList<int> services)
    {
        LocalText[] unasked = [.. services.Where(s => SitingDemand.Of(assessment.Demand, s) is null).Select(s => assessment.Loaded.Pack.Services[s].Name)];
        if (unasked.Length > 0)
        {
            warnings.Add(new(
                $"问卷没有问到的服务按人人需要计：{string.Join("、", unasked.Select(n => n.Zh))}",
                $"Nobody was asked about some services; everybody is taken to want them: {string.Join(", ", unasked.Select(n => n.En))}"));
        }
    }

    private static void AddOfRules(List<LocalText> warnings, ServiceRule[] rules, ComplexRule? complex)
    {
        ServiceRule[] open = [.. rules.Where(r => r.Room?.Verification == Verification.Unverified)];
        if (open.Length > 0)
        {
            warnings.Add(new(
                $"房间规则待核实（面积、每位面积、造价）：{string.Join("、", open.Select(r => r.Name.Zh))}",
                $"Room rules to be verified (areas, area a place, fitting-out cost): {string.Join(", ", open.Select(r => r.Name.En))}"));
        }

        if (complex is null)
        {
            warnings.Add(new("规则包没有综合体规则：全部按插花式计", "The rule pack has no rule for complexes: every site counts as infill"));
        }
    }

    private static void AddOfSpaces(List<LocalText> warnings, SiteSpace[] spaces)
    {
        void Add(Func<SiteSpace, bool> which, string zh, string en)
        {
            string[] ids = [.. spaces.Where(s => !s.IsExtension && which(s)).Select(s => s.Id)];
            if (ids.Length > 0)
            {
                warnings.Add(new($"{ids.Length} 处空间{zh}：{Ids(ids)}", $"{ids.Length} spaces {en}: {Ids(ids)}"));
            }
        }

        var isNoneKnown = spaces.All(s => s.IsExtension || s.IsCostAssumed);
        Add(
            s => s.IsCostAssumed,
            isNoneKnown ? "没有成本，且没有可参照的其他空间，取得成本按 0 计" : "没有成本，按其余空间每平方米的中位数估算",
            isNoneKnown ? "have no cost and no other one tells it: taking them over counts as free" : "have no cost: the others' median cost a m² stands for it");
        Add(s => s.Storey is null, "没有楼层，未按楼层限制", "have no storey: no rule of storeys was applied to them");
        Add(s => s.Community < 0, "不在任何社区内", "lie in no community");
    }

    private static string Ids(string[] ids)
    {
        const int shown = 10;
        return string.Join(", ", ids.Take(shown)) + (ids.Length > shown ? ", …" : "");
    }

    private static void AddOfCapacity(List<LocalText> warnings, Assessment assessment, IReadOnlyList<int> services)
    {
        ServiceRule[] open =
        [
            .. services.Where(s => assessment.Capacity[s].Capacity.Knowledge is SplitKnowledge.Unknown or SplitKnowledge.LowerBound)
                .Select(s => assessment.Loaded.Pack.Services[s]),
        ];
        if (open.Length > 0)
        {
            warnings.Add(new(
                $"部分设施没有容量，按不限计，缺位人数是下限：{string.Join("、", open.Select(r => r.Name.Zh))}",
                $"Facilities of unknown capacity count as unlimited, so people without a place are at least so many: {string.Join(", ", open.Select(r => r.Name.En))}"));
        }
    }
}
