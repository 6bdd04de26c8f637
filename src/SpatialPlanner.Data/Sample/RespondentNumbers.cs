namespace SpatialPlanner.Data.Sample;

/// <summary>
/// Numbers the people behind the answers: some answered about several services. From a random stream of its own, so that
/// everything else of the survey is as it was before respondents had numbers.
/// </summary>
internal static class RespondentNumbers
{
    private const int MostAnswers = 4;

    public static void Put(SampleRecipe recipe, Rows rows)
    {
        var (random, count) = (new SampleRandom(recipe.Seed, 12), 0);
        var schema = rows.Schema;
        var (respondent, service) = (schema.Require("respondent"), schema.Require("service"));
        int[] alike = [schema.Require("community_code"), schema.Require("age_group"), schema.Require("channel")];
        var last = new Dictionary<string, (string Number, HashSet<object?> Services)>(StringComparer.Ordinal);
        foreach (var row in rows.List)
        {
            var kind = string.Join('|', alike.Select(c => row.Values[c]));
            var again = random.Chance(0.4) && last.TryGetValue(kind, out var before) && before.Services.Count < MostAnswers
                && before.Services.Add(row.Values[service]);
            if (!again)
            {
                last[kind] = ($"P{++count:00000}", [row.Values[service]]);
            }

            row.Values[respondent] = last[kind].Number;
        }
    }
}
