using SpatialPlanner.Engine.Accessibility;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine.Accessibility;

/// <summary>Who finds a place: by hand, and what always holds.</summary>
public class CapacitySplitTests
{
    [Fact]
    public void TheNearestComeFirstAndWhoFindsAllFullHasNoPlace()
    {
        // F for 6, G for 4. In order: a-F 50 m takes 5 (F 1 left), c-G 50 m takes 4 (G full), b-F 150 m takes 1 (F full),
        // b-G 250 m finds G full: 2 of b's 3 have no place. d reaches nothing.
        var split = CapacitySplit.Find(
            WalkTable.Of(300, [50, 150, null, null], [null, 250, 50, null]), [6, 4], [5, 3, 4, 7]);
        Assert.Equal([5, 1, 4, 0], split.Served);
        Assert.Equal([0, 2, 0, 0], split.NoCapacity);
        Assert.Equal([0, 0, 0, 7], split.OutOfReach);
        Assert.Equal([0, 0, 0, 0], split.ServedUnlimited);
        Assert.Equal([6, 4], split.Load);
    }

    [Fact]
    public void AFacilityThatServesAllWhoComeLeavesNobodyInReachWithoutAPlace()
    {
        // As above, but G serves all: b's 2 go there with c's 4.
        var split = CapacitySplit.Find(
            WalkTable.Of(300, [50, 150, null, null], [null, 250, 50, null]), [6, CapacitySplit.Unlimited], [5, 3, 4, 7]);
        Assert.Equal([5, 3, 4, 0], split.Served);
        Assert.Equal([0, 2, 4, 0], split.ServedUnlimited);
        Assert.Equal([6, 6], split.Load);
    }

    [Fact]
    public void OfTheSameWalkTheLowerFacilityThenTheLowerBuildingComesFirst()
    {
        // Both homes are 10 m from both: home 0 fills F, then home 1 takes what is left of F and goes to G.
        var split = CapacitySplit.Find(WalkTable.Of(20, [10, 10], [10, 10]), [4, 1], [3, 3]);
        Assert.Equal([3, 2], split.Served);
        Assert.Equal([4, 1], split.Load);
    }

    [Fact]
    public void AShorterWalkMayLowerTheNumberServed()
    {
        // a reaches F (20 m) and G, b only F (30 m). Each has one place. With G at 10 m a takes G and b takes F: 2 served.
        Assert.Equal(2, Served([20, 30], [10, null]));

        // A new path brings a to F in 5 m: a takes F, G stays empty and b has no place.
        Assert.Equal(1, Served([5, 30], [10, null]));

        static int Served(int?[] toF, int?[] toG) =>
            CapacitySplit.Find(WalkTable.Of(100, toF, toG), [1, 1], [1, 1]).Served.Sum();
    }

    [Fact]
    public void ThePartsAddUpAndOnlyFullFacilitiesLeavePeopleWithoutAPlace()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (catchments, people, capacity) = Draw(seed);
            var split = CapacitySplit.Find(catchments, capacity, people);
            for (var b = 0; b < people.Length; b++)
            {
                Assert.Equal(people[b], split.Served[b] + split.NoCapacity[b] + split.OutOfReach[b]);
                Assert.True(split.Served[b] >= split.ServedUnlimited[b] && split.NoCapacity[b] >= 0);
            }

            Assert.Equal(split.Served.Sum(), split.Load.Sum());
            var isInReach = new bool[people.Length];
            for (var f = 0; f < capacity.Length; f++)
            {
                Assert.InRange(split.Load[f], 0, capacity[f]);
                foreach (var b in catchments.Walks.Columns(f))
                {
                    isInReach[b] = true;
                    Assert.True(split.NoCapacity[b] == 0 || split.Load[f] == capacity[f]);
                }
            }

            Assert.All(Enumerable.Range(0, people.Length), b => Assert.Equal(isInReach[b] ? 0 : people[b], split.OutOfReach[b]));
        }
    }

    [Fact]
    public void MorePlacesMoreFacilitiesAndALongerLimitTakeAPlaceFromNobody()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var (catchments, people, capacity) = Draw(seed);
            var random = new Random(~seed);
            var facility = random.Next(capacity.Length);
            var before = CapacitySplit.Find(catchments, capacity, people);

            // A facility for nobody is one that is not there.
            long[] without = [.. capacity];
            without[facility] = 0;
            long[] more = [.. capacity];
            more[facility] = capacity[facility] == CapacitySplit.Unlimited ? CapacitySplit.Unlimited : capacity[facility] + random.Next(1, 40);
            var shorter = WalkTable.Of(new RandomDistrict(seed), catchments.LimitMm * 3 / 4).Catchments;
            AssertNobodyLoses(CapacitySplit.Find(catchments, without, people), before);
            AssertNobodyLoses(before, CapacitySplit.Find(catchments, more, people));
            AssertNobodyLoses(CapacitySplit.Find(shorter, capacity, people), before);
        }
    }

    [Fact]
    public void AtLeastHalfOfTheMostThatCouldBeServedAreServed()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var (catchments, people, capacity) = Draw(seed);
            var served = CapacitySplit.Find(catchments, capacity, people).Served.Sum();
            var most = Most(catchments, people, capacity);
            Assert.InRange(served, (most + 1) / 2, most);
        }
    }

    private static void AssertNobodyLoses(CapacitySplit before, CapacitySplit after) =>
        Assert.All(before.Served.Zip(after.Served), p => Assert.True(p.First <= p.Second));

    private static (Catchments Catchments, int[] People, long[] Capacity) Draw(int seed)
    {
        var random = new Random(seed);
        var (catchments, people) = WalkTable.Of(new RandomDistrict(seed), random.Next(40_000, 400_000));
        return (catchments, people, [.. Enumerable.Range(0, catchments.FacilityCount)
            .Select(_ => random.Next(6) == 0 ? CapacitySplit.Unlimited : random.Next(0, 200))]);
    }

    /// <summary>The largest number that can be served: augmenting ways, person by person (Ford and Fulkerson 1956).</summary>
    private static int Most(Catchments catchments, int[] people, long[] capacity)
    {
        var at = new int[capacity.Length, people.Length];
        var facilities = new List<int>[people.Length];
        for (var b = 0; b < people.Length; b++)
        {
            facilities[b] = [.. Enumerable.Range(0, capacity.Length).Where(f => catchments.Walks.Columns(f).Contains(b))];
        }

        long[] load = new long[capacity.Length];
        bool Place(int building, HashSet<int> tried)
        {
            foreach (var f in facilities[building].Where(tried.Add))
            {
                if (load[f] < capacity[f])
                {
                    load[f]++;
                    at[f, building]++;
                    return true;
                }

                for (var other = 0; other < people.Length; other++)
                {
                    if (at[f, other] > 0 && Place(other, tried))
                    {
                        at[f, other]--;
                        at[f, building]++;
                        return true;
                    }
                }
            }

            return false;
        }

        return Enumerable.Range(0, people.Length).Sum(b => Enumerable.Range(0, people[b]).Count(_ => Place(b, [])));
    }
}
