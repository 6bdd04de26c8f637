namespace SpatialPlanner.Engine.Accessibility;

/// <summary>
/// Who finds a place within reach. Walks are taken from the shortest to the longest (ties to the lower facility, then the
/// lower building), and each takes as many people as are left at home and as many places as are left: the one stable
/// assignment of people who prefer the nearest facility and facilities that prefer the nearest people (Gale and Shapley
/// 1962). Nobody walks beyond the limit, and who is in reach without a place has only full facilities in reach.
/// <para>
/// One more place, one more facility or a longer limit takes no place from anybody, so fewer are never served. A shorter
/// walk (a new path or gate) may lower the number served: it can lead people to a scarce place who had another one. The
/// number served is not the largest possible either, since nobody is sent past a free place so that others find one; it
/// is at least half of it.
/// </para>
/// </summary>
/// <param name="Served">People of each building with a place.</param>
/// <param name="ServedUnlimited">Those of them whose place is at a facility that serves all who come.</param>
/// <param name="NoCapacity">People of each building in reach of facilities that are full.</param>
/// <param name="OutOfReach">People of each building in reach of none.</param>
/// <param name="Load">People served by each facility.</param>
public sealed record CapacitySplit(int[] Served, int[] ServedUnlimited, int[] NoCapacity, int[] OutOfReach, long[] Load)
{
    /// <summary>The capacity of a facility that serves all who come.</summary>
    public const long Unlimited = long.MaxValue;

    /// <summary>Splits the people.</summary>
    /// <param name="catchments">The walks within the limit.</param>
    /// <param name="capacity">People whom each facility can serve, or <see cref="Unlimited"/>.</param>
    /// <param name="people">People of each building.</param>
    public static CapacitySplit Find(Catchments catchments, ReadOnlySpan<long> capacity, ReadOnlySpan<int> people)
    {
        int[] left = [.. people];
        long[] free = [.. capacity];
        var isInReach = new bool[left.Length];
        var split = new CapacitySplit(
            new int[left.Length], new int[left.Length], new int[left.Length], new int[left.Length], new long[free.Length]);
        foreach (var (facility, building) in FromTheShortest(catchments, people))
        {
            isInReach[building] = true;
            var taken = (int)Math.Min(left[building], free[facility]);
            left[building] -= taken;
            free[facility] -= taken;
            split.ServedUnlimited[building] += capacity[facility] == Unlimited ? taken : 0;
        }

        for (var b = 0; b < left.Length; b++)
        {
            split.Served[b] = people[b] - left[b];
            (isInReach[b] ? split.NoCapacity : split.OutOfReach)[b] = left[b];
        }

        for (var f = 0; f < free.Length; f++)
        {
            split.Load[f] = capacity[f] - free[f];
        }

        return split;
    }

    /// <summary>The pairs of facilities and buildings with people, from the shortest walk to the longest.</summary>
    private static (int Facility, int Building)[] FromTheShortest(Catchments catchments, ReadOnlySpan<int> people)
    {
        var walks = catchments.Walks;
        var (keys, pairs) = (new long[walks.Column.Length], new (int, int)[walks.Column.Length]);
        var count = 0;
        for (var f = 0; f < walks.RowCount; f++)
        {
            for (var k = walks.First[f]; k < walks.First[f + 1]; k++)
            {
                if (people[walks.Column[k]] > 0)
                {
                    // The place in the rows behind the cost: facility, then building, and no two keys are the same.
                    keys[count] = ((long)walks.CostMm[k] << 32) | (uint)k;
                    pairs[count++] = (f, walks.Column[k]);
                }
            }
        }

        Array.Sort(keys, pairs, 0, count);
        return pairs[..count];
    }
}
