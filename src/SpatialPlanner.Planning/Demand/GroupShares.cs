namespace SpatialPlanner.Planning.Demand;

/// <summary>
/// Splits the people of buildings into groups so that both sums are kept: each building's people, and each group's
/// total. Building after building takes from what is left of each group in proportion to it, in whole people by the
/// largest remainder; so the shares of all buildings are alike as far as whole people allow, and the last gets what is left.
/// </summary>
public static class GroupShares
{
    /// <summary>Splits people into groups.</summary>
    /// <param name="people">People of each building.</param>
    /// <param name="groups">Total of each group; together at most the people of all buildings. Who is in none is left over.</param>
    /// <returns>For each building the people of each group.</returns>
    /// <exception cref="ArgumentException">The groups have more people than the buildings.</exception>
    public static long[][] Split(IReadOnlyList<long> people, IReadOnlyList<long> groups)
    {
        var all = people.Sum();
        long[] left = [.. groups, all - groups.Sum()];
        if (left.Any(n => n < 0))
        {
            throw new ArgumentException("The groups cannot have more people than the buildings.", nameof(groups));
        }

        var split = new long[people.Count][];
        for (var b = 0; b < split.Length; b++)
        {
            // Nobody takes more than is left: a share is at most its group's rest, since the building's is at most the whole rest.
            var shares = people[b] == 0 ? new long[left.Length] : LargestRemainder.Share(people[b], [.. left.Select(n => (double)n)]);
            for (var g = 0; g < left.Length; g++)
            {
                left[g] -= shares[g];
            }

            split[b] = shares[..groups.Count];
        }

        return split;
    }
}
