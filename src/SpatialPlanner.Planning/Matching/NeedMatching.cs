namespace SpatialPlanner.Planning.Matching;

/// <summary>
/// Matches needs with resources by augmenting paths (Ford and Fulkerson 1956, breadth first): a need that finds its resource
/// taken has the other one moved to a further resource that it can use as well. So as many people as possible are served, and no
/// need loses what one of lower priority gets: once matched, a number of people stays matched, wherever.
/// Three rounds: individual needs with organisations and volunteers, common needs, and what is left of the individual ones with all
/// that serve them. Within a round the lower rank goes first, then the larger need, then the lower place.
/// </summary>
public sealed class NeedMatching
{
    private readonly IReadOnlyList<Need> needs;
    private readonly IReadOnlyList<MatchResource> resources;
    private readonly NeedReach[][] reach;
    private readonly long[][] flow;
    private readonly List<(int Need, int Slot)>[] servedBy;
    private readonly long[] left;
    private readonly long[] used;
    private bool onlyOrganisations;

    private NeedMatching(IReadOnlyList<Need> needs, IReadOnlyList<MatchResource> resources, NeedReach[][] reach)
    {
        (this.needs, this.resources, this.reach) = (needs, resources, reach);
        flow = [.. reach.Select(r => new long[r.Length])];
        left = [.. needs.Select(n => n.People)];
        used = new long[resources.Count];
        servedBy = [.. resources.Select(_ => new List<(int, int)>())];
        for (var n = 0; n < reach.Length; n++)
        {
            for (var k = 0; k < reach[n].Length; k++)
            {
                servedBy[reach[n][k].Resource].Add((n, k));
            }
        }
    }

    /// <summary>Matches.</summary>
    /// <param name="needs">The needs.</param>
    /// <param name="resources">The resources.</param>
    /// <param name="reach">For each need the resources in reach, rising; those that cannot be matched too, for the reason.</param>
    public static NeedMatches Make(
        IReadOnlyList<Need> needs, IReadOnlyList<MatchResource> resources, IReadOnlyList<IReadOnlyList<NeedReach>> reach)
    {
        NeedReach[][] usable = [.. needs.Select((n, i) => reach[i].Where(r => resources[r.Resource].Fits(n) && resources[r.Resource].IsUsable).ToArray())];
        var matching = new NeedMatching(needs, resources, usable);
        int[] order = [.. Enumerable.Range(0, needs.Count).OrderBy(n => needs[n].Rank).ThenByDescending(n => needs[n].People)];
        matching.Round([.. order.Where(n => needs[n].IsIndividual)], onlyOrganisations: true);
        matching.Round([.. order.Where(n => !needs[n].IsIndividual)], onlyOrganisations: false);
        matching.Round([.. order.Where(n => needs[n].IsIndividual)], onlyOrganisations: false);
        return matching.Result(reach);
    }

    private void Round(int[] order, bool onlyOrganisations)
    {
        this.onlyOrganisations = onlyOrganisations;
        foreach (var need in order)
        {
            while (left[need] > 0 && Augment(need))
            {
            }
        }
    }

    private bool Augment(int from)
    {
        // How a resource was found, and by which of its resources a need.
        var (cameBy, foundAt) = (new (int Need, int Slot)?[resources.Count], new Dictionary<int, int> { [from] = -1 });
        var queue = new Queue<int>([from]);
        while (queue.TryDequeue(out var need))
        {
            for (var k = 0; k < reach[need].Length; k++)
            {
                var resource = reach[need][k].Resource;
                if (cameBy[resource] is not null || flow[need][k] >= reach[need][k].People
                    || (onlyOrganisations && !resources[resource].IsForIndividuals))
                {
                    continue;
                }

                cameBy[resource] = (need, k);
                if (used[resource] < resources[resource].Capacity!.Value)
                {
                    Send(from, resource, cameBy, foundAt);
                    return true;
                }

                foreach (var (other, slot) in servedBy[resource])
                {
                    if (flow[other][slot] > 0 && foundAt.TryAdd(other, slot))
                    {
                        queue.Enqueue(other);
                    }
                }
            }
        }

        return false;
    }

    // Back from the free place: a resource takes people of the need that came to it, who leave the resource where that need
    // was found.
    private void Send(int from, int last, (int Need, int Slot)?[] cameBy, Dictionary<int, int> foundAt)
    {
        var path = new List<(int Need, int Slot, int LeaveSlot)>();
        for (var resource = last; resource >= 0;)
        {
            var (need, slot) = cameBy[resource]!.Value;
            var leave = foundAt[need];
            path.Add((need, slot, leave));
            resource = leave < 0 ? -1 : reach[need][leave].Resource;
        }

        var people = Math.Min(left[from], resources[last].Capacity!.Value - used[last]);
        foreach (var (need, slot, leave) in path)
        {
            people = Math.Min(people, reach[need][slot].People - flow[need][slot]);
            people = leave < 0 ? people : Math.Min(people, flow[need][leave]);
        }

        foreach (var (need, slot, leave) in path)
        {
            flow[need][slot] += people;
            if (leave >= 0)
            {
                flow[need][leave] -= people;
            }
        }

        left[from] -= people;
        used[last] += people;
    }

    private NeedMatches Result(IReadOnlyList<IReadOnlyList<NeedReach>> inReach)
    {
        var (matches, unmatched) = (new List<NeedMatch>(), new List<UnmatchedNeed>());
        for (var n = 0; n < needs.Count; n++)
        {
            for (var k = 0; k < reach[n].Length; k++)
            {
                if (flow[n][k] > 0)
                {
                    matches.Add(new(n, reach[n][k].Resource, flow[n][k]));
                }
            }

            if (left[n] > 0)
            {
                unmatched.Add(new(n, left[n], ReasonOf(n, inReach[n])));
            }
        }

        return new NeedMatches(matches, unmatched, used);
    }

    private UnmatchedReason ReasonOf(int need, IReadOnlyList<NeedReach> inReach)
    {
        if (!resources.Any(r => r.Fits(needs[need])))
        {
            return UnmatchedReason.NoResource;
        }

        List<MatchResource> near = [.. inReach.Select(r => resources[r.Resource]).Where(r => r.Fits(needs[need]))];
        return near.Count == 0 ? UnmatchedReason.OutOfReach
            : near.Exists(r => r.IsUsable)
                ? reach[need].Any(r => used[r.Resource] == resources[r.Resource].Capacity) ? UnmatchedReason.Full : UnmatchedReason.OutOfReach
            : near.Exists(r => !r.HasBody) ? UnmatchedReason.NoBody : UnmatchedReason.NoCapacity;
    }
}
