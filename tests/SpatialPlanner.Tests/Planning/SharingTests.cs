using FsCheck;
using FsCheck.Fluent;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Tests.Planning;

/// <summary>Sharing out whole people: sums are kept, nobody is off by a person or more.</summary>
public sealed class SharingTests
{
    [Fact]
    public void LargestRemaindersGetWhatIsLeft()
    {
        Assert.Equal([3, 3, 4], LargestRemainder.Share(10, [1, 1, 1.1]));
        Assert.Equal([4, 3, 3], LargestRemainder.Share(10, [1, 1, 1]));
        Assert.Equal([0, 10], LargestRemainder.Share(10, [0, 5]));
        Assert.Equal([0, 0], LargestRemainder.Share(0, [0, 0]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(1, [0, 0]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Share(1, []));
    }

    [Fact]
    public void SharesAddUpAndAreWithinOneOfWhatIsDue() => Prop.ForAll(
        Gen.Choose(0, 100_000).Zip(Gen.Choose(0, 10_000).ArrayOf()).ToArbitrary(), pair =>
        {
            var (total, raw) = pair;
            double[] weights = [.. raw.Select(w => w / 7.0)];
            if (weights.Sum() == 0)
            {
                return true;
            }

            var shares = LargestRemainder.Share(total, weights);
            return shares.Sum() == total && shares.Zip(weights).All(p => p.First >= 0
                && Math.Abs(p.First - (total * p.Second / weights.Sum())) < 1 + 1e-6 && (p.Second > 0 || p.First == 0));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void GroupsKeepBothSums() => Prop.ForAll(
        Gen.Choose(0, 300).ArrayOf().Zip(Gen.Choose(0, 100).ArrayOf(5)).ToArbitrary(), pair =>
        {
            long[] people = [.. pair.Item1.Select(n => (long)n)];
            // Groups of a fifth of the people at most, so that together they are never more.
            long[] groups = [.. pair.Item2.Select(percent => people.Sum() * percent / 500)];
            var split = GroupShares.Split(people, groups);
            return Enumerable.Range(0, 5).All(g => split.Sum(b => b[g]) == groups[g])
                && split.Zip(people).All(p => p.First.All(n => n >= 0) && p.First.Sum() <= p.Second);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void GroupsFollowThePeopleOfTheBuildings()
    {
        var split = GroupShares.Split([100, 50, 50], [40, 20]);
        Assert.Equal([20, 10], split[0]);
        Assert.Equal([10, 5], split[1]);
        Assert.Equal([10, 5], split[2]);
        Assert.Throws<ArgumentException>(() => GroupShares.Split([1], [2]));
    }
}
