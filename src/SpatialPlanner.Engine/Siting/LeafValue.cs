namespace SpatialPlanner.Engine.Siting;

/// <summary>What a whole set of columns gains, and whether it is allowed: the exact word on it.</summary>
internal static class LeafValue
{
    /// <summary>The gain of a set, or null where it is not allowed or leaves a floor unmet.</summary>
    /// <param name="problem">The whole problem.</param>
    /// <param name="columns">Columns, each once.</param>
    public static long? Of(SitingProblem problem, int[] columns)
    {
        var set = problem.Choices.Begin();
        var value = 0L;
        foreach (var c in columns)
        {
            if (!set.Fits(c))
            {
                return null;
            }

            set.Add(c);
            value += problem.Worth?[c] ?? 0;
        }

        if (!set.IsComplete)
        {
            return null;
        }

        var assignment = Assignment.Find(problem.Gains, columns);
        return MeetsFloors(problem, assignment) ? value + assignment.Value : null;
    }

    private static bool MeetsFloors(SitingProblem problem, Assignment assignment)
    {
        foreach (var floor in problem.Floors)
        {
            var served = 0L;
            foreach (var r in floor.Rows)
            {
                for (var k = problem.Gains.First[r]; k < problem.Gains.First[r + 1]; k++)
                {
                    served += assignment.Units[k];
                }
            }

            if (served < floor.Least)
            {
                return false;
            }
        }

        return true;
    }
}
