using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>What a plan gains as it is given, worked out anew from the walks; nothing is searched for.</summary>
/// <param name="Gain">People newly covered, by weight and priority; with years the sum over them, as the solver counts.</param>
/// <param name="NewPeople">For each service of the problem, people newly covered in the end.</param>
/// <param name="OffNetworkM">For each site that was moved, metres to the network, null where it is not linked; empty for others.</param>
public sealed record PlanTrial(double Gain, IReadOnlyList<long> NewPeople, IReadOnlyDictionary<int, double?> OffNetworkM)
{
    /// <summary>Works out a plan.</summary>
    /// <param name="made">The question as numbers: who needs what, and how much that counts.</param>
    /// <param name="sites">The plan.</param>
    public static PlanTrial Of(PlanCase made, IReadOnlyList<TrialSite> sites)
    {
        var moved = new MovedSites(made, sites);
        var (gain, people) = (0L, new long[made.Problem.Services.Count]);
        for (var s = 0; s < people.Length; s++)
        {
            var rooms = RoomsOf(made, moved, sites, s);
            var (value, served) = rooms.Any(r => r.CapacityPeople is not null) ? Assigned(made.Problem, s, rooms) : Reached(made.Problem, s, rooms);
            (gain, people[s]) = (gain + value, served);
        }

        return new PlanTrial(gain / (double)PlanProblem.ValueOfOne, people, moved.OffNetworkM);
    }

    // What is built first gains first: a person counts for every year from the first in which a room serves them.
    private static List<Room> RoomsOf(PlanCase made, MovedSites moved, IReadOnlyList<TrialSite> sites, int service)
    {
        var (rooms, years) = (new List<Room>(), Math.Max(1, made.Question.YearBudgetsCny.Count));
        for (var i = 0; i < sites.Count; i++)
        {
            foreach (var (_, capacity) in sites[i].Rooms.Where(r => r.Service == service))
            {
                rooms.Add(new Room(
                    sites[i].At is null ? made.Ground.Reach[made.Services[service]].Columns(sites[i].Space).ToArray() : moved.Reach(i, service),
                    made.Question.CountCapacity ? capacity : null, Math.Max(0, years - sites[i].Year)));
            }
        }

        return rooms;
    }

    private static (long Gain, long People) Reached(PlanProblem problem, int service, List<Room> rooms)
    {
        var (need, value, years) = (problem.Need[service], problem.Value[service], new int[problem.Need[service].Length]);
        foreach (var room in rooms)
        {
            foreach (var b in room.Buildings)
            {
                years[b] = Math.Max(years[b], room.Years);
            }
        }

        var (gain, people) = (0L, 0L);
        for (var b = 0; b < years.Length; b++)
        {
            gain += need[b] * value[b] * years[b];
            people += years[b] > 0 ? need[b] : 0;
        }

        return (gain, people);
    }

    private static (long Gain, long People) Assigned(PlanProblem problem, int service, List<Room> rooms)
    {
        var (need, value) = (problem.Need[service], problem.Value[service]);
        var roomsOf = new SortedDictionary<int, List<int>>();
        for (var r = 0; r < rooms.Count; r++)
        {
            foreach (var b in rooms[r].Buildings.Where(b => need[b] > 0 && value[b] > 0 && rooms[r].Years > 0))
            {
                (roomsOf.TryGetValue(b, out var known) ? known : roomsOf[b] = []).Add(r);
            }
        }

        var first = new int[roomsOf.Count + 1];
        foreach (var (row, list) in roomsOf.Values.Index())
        {
            first[row + 1] = first[row] + list.Count;
        }

        var gains = new GainMatrix(
            [.. roomsOf.Keys.Select(b => (long)need[b])], first, [.. roomsOf.Values.SelectMany(list => list)],
            [.. roomsOf.SelectMany(b => b.Value.Select(r => value[b.Key] * rooms[r].Years))], rooms.Count,
            [.. rooms.Select(r => r.CapacityPeople ?? GainMatrix.Unlimited)]);
        var assignment = Assignment.Find(gains, Enumerable.Range(0, rooms.Count).ToArray());
        return (assignment.Value, assignment.Units.Sum());
    }

    private sealed record Room(int[] Buildings, long? CapacityPeople, int Years);
}
