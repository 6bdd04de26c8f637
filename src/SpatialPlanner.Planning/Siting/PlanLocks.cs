namespace SpatialPlanner.Planning.Siting;

/// <summary>
/// The locks of a question: spaces and rooms that must or must not be chosen, as places in the problem. What is not in the problem is
/// in no plan, so a lock on it that says so has nothing to do.
/// </summary>
/// <param name="MustSpace">True for each space that must be chosen.</param>
/// <param name="MustServices">For each space, services (a bit each) that it must have.</param>
/// <param name="NotSpace">True for each space that must not be chosen.</param>
/// <param name="NotServices">For each space, services (a bit each) that it must not have.</param>
public sealed record PlanLocks(bool[] MustSpace, ulong[] MustServices, bool[] NotSpace, ulong[] NotServices)
{
    /// <summary>Reads the locks of a question.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="question">The question.</param>
    public static PlanLocks Of(PlanProblem problem, PlanQuestion question)
    {
        var count = problem.Spaces.Count;
        var (spaces, services) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        for (var s = 0; s < count; s++)
        {
            spaces[problem.Spaces[s].Id] = s;
        }

        for (var s = 0; s < problem.Services.Count; s++)
        {
            services[problem.Services[s]] = s;
        }

        var locks = new PlanLocks(new bool[count], new ulong[count], new bool[count], new ulong[count]);
        Read(question.Must, locks.MustSpace, locks.MustServices);
        Read(question.MustNot, locks.NotSpace, locks.NotServices);
        return locks;

        void Read(IReadOnlyList<string> texts, bool[] whole, ulong[] rooms)
        {
            foreach (var text in texts)
            {
                // An id may have a colon itself: the last part is a service only where the whole is no space.
                var colon = text.LastIndexOf(':');
                if (spaces.TryGetValue(text, out var space))
                {
                    whole[space] = true;
                }
                else if (colon > 0 && spaces.TryGetValue(text[..colon], out space) && services.TryGetValue(text[(colon + 1)..], out var service))
                {
                    rooms[space] |= 1UL << service;
                }
            }
        }
    }
}
