using SpatialPlanner.Planning.Matching;

namespace SpatialPlanner.Tests.Planning.Matching;

public class NeedMatchingTests
{
    [Fact]
    public void ANeedThatFindsItsResourceTakenHasTheOtherMovedToAFurtherOne()
    {
        // The first need reaches both rooms and takes the first; the second reaches the first room only. Nobody has to stay out:
        // 30 + 20 people, 20 + 30 places.
        var result = NeedMatching.Make(
            [Need(0, 30, 1), Need(1, 20, 2)], [Room(20), Room(30)], [[new(0, 30, false), new(1, 30, false)], [new(0, 20, true)]]);
        Assert.Empty(result.Unmatched);
        Assert.Equal([new(0, 1, 30), new(1, 0, 20)], result.Matches);
        Assert.Equal([20, 30], result.Used);
    }

    [Fact]
    public void TheHigherPriorityIsServedFirst()
    {
        var result = NeedMatching.Make([Need(0, 30, 2), Need(1, 30, 1)], [Room(40)], [[new(0, 30, true)], [new(0, 30, true)]]);
        Assert.Equal([new(0, 0, 10), new(1, 0, 30)], result.Matches);
        Assert.Equal(new UnmatchedNeed(0, 20, UnmatchedReason.Full), Assert.Single(result.Unmatched));
    }

    [Fact]
    public void IndividualNeedsGoToOrganisationsFirstAndCommonOnesNever()
    {
        var volunteers = Room(10) with { IsForIndividuals = true };
        var individual = Need(0, 25, 9) with { IsIndividual = true };
        var result = NeedMatching.Make(
            [Need(0, 30, 1), individual], [volunteers, Room(40)], [[new(0, 30, true), new(1, 30, true)], [new(0, 25, true), new(1, 25, true)]]);
        Assert.Equal([new(0, 1, 30), new(1, 0, 10), new(1, 1, 10)], result.Matches);
        Assert.Equal(new UnmatchedNeed(1, 5, UnmatchedReason.Full), Assert.Single(result.Unmatched));
    }

    [Fact]
    public void WhoStaysOutIsToldWhy()
    {
        var other = Room(50) with { Services = new HashSet<int> { 1 } };
        void Expect(UnmatchedReason reason, MatchResource resource, params NeedReach[] reach) =>
            Assert.Equal(reason, Assert.Single(NeedMatching.Make([Need(0, 30, 1)], [resource], [reach]).Unmatched).Reason);
        Expect(UnmatchedReason.NoResource, other, new NeedReach(0, 30, true));
        Expect(UnmatchedReason.OutOfReach, Room(50));
        Expect(UnmatchedReason.OutOfReach, Room(50), new NeedReach(0, 12, false));
        Expect(UnmatchedReason.NoBody, Room(50) with { HasBody = false }, new NeedReach(0, 30, true));
        Expect(UnmatchedReason.NoCapacity, Room(50) with { Capacity = null }, new NeedReach(0, 30, true));
        Expect(UnmatchedReason.Full, Room(29), new NeedReach(0, 30, true));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void NobodyIsLostNobodyIsOverfilledAndNoBetterMatchExists(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 150; round++)
        {
            var (needs, resources, reach) = Draw(random);
            var result = NeedMatching.Make(needs, resources, reach);
            for (var n = 0; n < needs.Count; n++)
            {
                var served = result.Matches.Where(m => m.Need == n).Sum(m => m.People);
                Assert.Equal(needs[n].People, served + result.Unmatched.Where(u => u.Need == n).Sum(u => u.People));
            }

            for (var r = 0; r < resources.Count; r++)
            {
                Assert.Equal(result.Used[r], result.Matches.Where(m => m.Resource == r).Sum(m => m.People));
                Assert.InRange(result.Used[r], 0, Math.Max(0, resources[r].Capacity ?? 0));
            }

            Assert.All(result.Matches, m =>
            {
                Assert.True(resources[m.Resource].IsUsable && resources[m.Resource].Fits(needs[m.Need]));
                Assert.InRange(m.People, 1, reach[m.Need].Single(x => x.Resource == m.Resource).People);
            });
            Assert.Equal(Most(needs, resources, reach, [.. Enumerable.Range(0, needs.Count)]), result.Matches.Sum(m => m.People));

            // The common needs of the first ranks have as much as if they were alone.
            int[] common = [.. Enumerable.Range(0, needs.Count).Where(n => !needs[n].IsIndividual).OrderBy(n => needs[n].Rank).ThenByDescending(n => needs[n].People)];
            for (var first = 1; first <= common.Length; first++)
            {
                int[] those = [.. common.Take(first)];
                Assert.Equal(Most(needs, resources, reach, those), result.Matches.Where(m => those.Contains(m.Need)).Sum(m => m.People));
            }
        }
    }

    /// <summary>
    /// Most people of some needs that can be served, by trying every cut: for a set of needs either all of their people, or what
    /// each resource can give to them (max-flow min-cut, Ford and Fulkerson 1956).
    /// </summary>
    private static long Most(List<Need> needs, List<MatchResource> resources, List<IReadOnlyList<NeedReach>> reach, int[] those)
    {
        var least = long.MaxValue;
        for (var set = 0; set < 1 << those.Length; set++)
        {
            int[] inside = [.. those.Where((_, i) => (set >> i & 1) != 0)];
            var cut = those.Except(inside).Sum(n => needs[n].People);
            for (var r = 0; r < resources.Count; r++)
            {
                var asked = inside.Where(n => resources[r].Fits(needs[n])).Sum(n => reach[n].Where(x => x.Resource == r).Sum(x => x.People));
                cut += resources[r].IsUsable ? Math.Min(resources[r].Capacity!.Value, asked) : 0;
            }

            least = Math.Min(least, cut);
        }

        return least;
    }

    private static (List<Need> Needs, List<MatchResource> Resources, List<IReadOnlyList<NeedReach>> Reach) Draw(Random random)
    {
        var needs = Enumerable.Range(0, random.Next(1, 7)).Select(i => new Need(i, random.Next(2), random.Next(3) == 0, random.Next(1, 40), random.Next(1, 4))).ToList();
        var resources = Enumerable.Range(0, random.Next(0, 5)).Select(_ => new MatchResource(
            new HashSet<int>(random.Next(3) switch { 0 => [0], 1 => [1], _ => [0, 1] }), random.Next(3) == 0,
            random.Next(6) == 0 ? null : random.Next(50), random.Next(6) > 0)).ToList();
        var reach = needs.Select(n => (IReadOnlyList<NeedReach>)[.. Enumerable.Range(0, resources.Count).Where(_ => random.Next(3) > 0)
            .Select(r => new NeedReach(r, random.Next(1, (int)n.People + 1), false))]).ToList();
        return (needs, resources, reach);
    }

    private static Need Need(int community, long people, int rank) => new(community, 0, false, people, rank);

    private static MatchResource Room(long capacity) => new(new HashSet<int> { 0 }, false, capacity, true);
}
