namespace SpatialPlanner.Planning.Pilots;

/// <summary>
/// Chooses the first of a ranking so that every subdistrict has at least and at most so many: first the best of each subdistrict
/// up to its least number, then the best of the rest where there is room. No other choice that keeps the bounds has a smaller sum
/// of places in the ranking (the bounds of separate groups are a matroid, for which the greedy choice is the best one).
/// </summary>
public static class PilotChoice
{
    /// <summary>The alternatives chosen, in the order of the ranking.</summary>
    /// <param name="order">The alternatives, best first.</param>
    /// <param name="subdistrictOf">Subdistrict of each alternative.</param>
    /// <param name="question">Number and bounds, free of contradictions.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<int> order, IReadOnlyList<int> subdistrictOf, PilotQuestion question)
    {
        var (chosen, inSubdistrict) = (new HashSet<int>(), new Dictionary<int, int>());
        void Take(int limit)
        {
            foreach (var alternative in order)
            {
                var sub = subdistrictOf[alternative];
                if (chosen.Count < question.Count && inSubdistrict.GetValueOrDefault(sub) < limit && chosen.Add(alternative))
                {
                    inSubdistrict[sub] = inSubdistrict.GetValueOrDefault(sub) + 1;
                }
            }
        }

        Take(question.LeastPerSubdistrict);
        Take(question.MostPerSubdistrict ?? int.MaxValue);
        return [.. order.Where(chosen.Contains)];
    }
}
