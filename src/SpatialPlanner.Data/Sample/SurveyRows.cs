using System.Globalization;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Sample;

/// <summary>
/// Answers to the demand survey. Communities answer unequally and the old answer most, as in real surveys: the sample
/// is skewed to who answers, and has to be weighted.
/// </summary>
internal static class SurveyRows
{
    private const int Days = 75;
    private static readonly DateOnly FirstDay = new(2026, 3, 2);

    public static Rows Make(SampleRecipe recipe, SampleCity city, RulePack pack, IReadOnlyList<int> people)
    {
        var random = new SampleRandom(recipe.Seed, 9);
        var weights = people
            .Select(p => p * (0.35 + (1.9 * random.Next() * random.Next()) + random.Between(0, 0.4))).ToList();
        var weightSum = weights.Sum();
        var rows = new Rows(WorkspaceLayers.SurveyResponses);
        var (carried, appeal) = (0.0, pack.Services.Select(_ => random.Between(0.4, 1.6)).ToList());
        foreach (var community in city.Communities)
        {
            carried += weights[community.Index] / weightSum * recipe.SurveyResponses;
            var last = community.Index == city.Communities.Count - 1;
            var upTo = last ? recipe.SurveyResponses : (int)Math.Round(carried);
            var online = community.Housing == HousingKind.Lanes ? 0.38 : 0.66;
            var local = appeal.Select(a => a * random.Between(0.5, 1.6)).ToList();
            while (rows.List.Count < upTo)
            {
                Add(rows, community, pack, local, online, random);
            }
        }

        RespondentNumbers.Put(recipe, rows);
        return rows;
    }

    private static void Add(
        Rows rows, Community community, RulePack pack, List<double> appeal, double online, SampleRandom random)
    {
        var service = random.Weighted(appeal);
        var age = AgeGroup(pack.Services[service].Group, random);
        var onlineHere = age is "age_60_79" or "age_80_up" ? online * 0.4 : online;
        var wants = Math.Clamp(0.3 + (0.35 * appeal[service]), 0.1, 0.92);
        rows.Add(
            null, ("id", $"Q{rows.List.Count + 1:00000}"), ("community_code", community.Code),
            ("service", pack.Services[service].Code), ("age_group", age), ("want", random.Chance(wants) ? 1 : 0),
            ("need_kind", random.Chance(0.78) ? "common" : "individual"),
            ("channel", random.Chance(onlineHere) ? "online" : "offline"),
            ("date", FirstDay.AddDays(random.Whole(0, Days)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    /// <summary>For whom the answer speaks: mostly those whom the service is for.</summary>
    private static string AgeGroup(string group, SampleRandom random)
    {
        var elderly = random.Chance(0.82) ? "age_60_79" : "age_80_up";
        if (group == "all")
        {
            return random.Chance(0.36) ? elderly : random.Chance(0.12) ? "age_6_12" : "all";
        }

        return !random.Chance(0.8) ? "all" : group == "age_60_up" ? elderly : group;
    }
}
