using SpatialPlanner.Engine.Accessibility;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Tests.Support;

namespace SpatialPlanner.Tests.Engine.Accessibility;

/// <summary>
/// Places for each person. The town of the hand-worked examples has a limit of 300 m, facilities F with 30 and G with 20
/// places, and people: a 40 and b 20 (F at 50 m and 150 m), b also G at 250 m, c 30 (G at 50 m), d 10 far off.
/// </summary>
public class FloatingCatchmentTests
{
    private static readonly Catchments Town = WalkTable.Of(300, [50, 150, null, null], [null, 250, 50, null]);
    private static readonly int[] Places = [30, 20];
    private static readonly int[] People = [40, 20, 30, 10];

    [Fact]
    public void TwoStepsShareThePlacesAmongAllInReach() =>
        // F: 30 / (40 + 20) = 1/2. G: 20 / (20 + 30) = 2/5. b has both.
        AssertClose([0.5, 0.9, 0.4, 0], FloatingCatchment.TwoStep(Town, Places, People, DistanceDecay.None));

    [Fact]
    public void StepWeightsCountTheFarLess()
    {
        // Thirds of 100 m: a-F 1, b-F 0.68, b-G 0.22, c-G 1. F: 30 / (40 + 0.68 × 20) = 30 / 53.6. G: 20 / (0.22 × 20 + 30) = 20 / 34.4.
        var (f, g) = (30 / 53.6, 20 / 34.4);
        AssertClose(
            [f, (0.68 * f) + (0.22 * g), g, 0],
            FloatingCatchment.TwoStep(Town, Places, People, DistanceDecay.Steps(DistanceDecay.LuoQiWeights)));
    }

    [Fact]
    public void ABellFallsFromOneToNothingAtTheLimit()
    {
        // (e^(-½ x²) - e^-½) / (1 - e^-½) with e^-½ = 0.606531: x = 1/6: 0.964945; 1/2: 0.701367; 5/6: 0.254448.
        // F: 30 / (40 × 0.964945 + 20 × 0.701367) = 30 / 52.625150; G: 20 / (20 × 0.254448 + 30 × 0.964945) = 20 / 34.037331.
        const double near = 0.964945, middle = 0.701367, far = 0.254448;
        var (f, g) = (30 / 52.625150, 20 / 34.037331);
        AssertClose(
            [near * f, (middle * f) + (far * g), near * g, 0],
            FloatingCatchment.TwoStep(Town, Places, People, DistanceDecay.Gaussian), 1e-5);
        Assert.Equal(1, DistanceDecay.Gaussian.WeightAt(0, 300));
        Assert.Equal(1, DistanceDecay.Gaussian.WeightAt(0, 0));
        Assert.Equal(0, DistanceDecay.Gaussian.WeightAt(300, 300));
    }

    [Fact]
    public void PeopleWhoChooseAreNotDemandTwice()
    {
        // b chooses F with 0.68 / 0.90 and G with 0.22 / 0.90; a and c have no choice.
        // G×W: a-F 1, b-F 0.68² / 0.9 = 0.513778, b-G 0.22² / 0.9 = 0.053778, c-G 1.
        // F: 30 / (40 + 20 × 0.513778) = 30 / 50.275556; G: 20 / (20 × 0.053778 + 30) = 20 / 31.075556.
        var (f, g) = (30 / 50.275556, 20 / 31.075556);
        AssertClose(
            [f, (0.513778 * f) + (0.053778 * g), g, 0],
            FloatingCatchment.ThreeStep(Town, Places, People, DistanceDecay.Steps(DistanceDecay.LuoQiWeights)), 1e-6);
    }

    [Fact]
    public void TheVectorOfAnotherProgramComesOut()
    {
        // Three times 100 people at 0, 1, 2 and 10 places at 0 and at 2, weight e^(-d²/2): 0.065179, 0.069641, 0.065179.
        var line = WalkTable.Of(2, [0, 1, 2], [2, 1, 0]);
        var decay = new DistanceDecay((costMm, _) => Math.Exp(-(costMm / 1000.0) * (costMm / 1000.0) / 2));
        AssertClose([0.065179, 0.069641, 0.065179], FloatingCatchment.TwoStep(line, [10, 10], [100, 100, 100], decay), 1e-6);
    }

    [Fact]
    public void TheEndOfAStepBelongsToIt()
    {
        var steps = DistanceDecay.Steps([1, 0.68, 0.22]);
        Assert.Equal([1, 1, 0.68, 0.68, 0.22, 0.22], new[] { 0, 100, 101, 200, 201, 300 }.Select(c => steps.WeightAt(c, 300)));
        Assert.Equal(1, steps.WeightAt(0, 0));
        Assert.Throws<ArgumentException>(() => DistanceDecay.Steps([]));
        Assert.Throws<ArgumentException>(() => DistanceDecay.Steps([1, -0.1]));
        Assert.Throws<ArgumentException>(() => DistanceDecay.Steps([double.NaN]));
    }

    [Fact]
    public void AFacilityWithoutPlacesIsNobodysAndOneWithoutPeopleStaysUnused()
    {
        // F has none; G has only b and c, where nobody lives; H is in nobody's reach.
        var town = WalkTable.Of(300, [50, 150, null], [null, 250, 50], [null, null, null]);
        foreach (var found in new[]
        {
            FloatingCatchment.TwoStep(town, [0, 20, 7], [40, 0, 0], DistanceDecay.None),
            FloatingCatchment.ThreeStep(town, [-1, 20, 7], [40, 0, 0], DistanceDecay.Gaussian),
        })
        {
            Assert.Equal([0, 0, 0], found.PlacesPerPerson);
            Assert.Equal([0, 0, 0], found.PlacesPerDemand);
            Assert.Equal(27, found.PlacesWithoutDemand);
        }
    }

    [Fact]
    public void AFacilityWithoutPlacesDrawsNobodyFromTheOthers() =>
        // b could choose G, which has none: all of the demand is F's, as if G were not there.
        Assert.Equal(
            FloatingCatchment.ThreeStep(WalkTable.Of(300, [50, 150, null, null]), [30], People, DistanceDecay.Gaussian).PlacesPerPerson,
            FloatingCatchment.ThreeStep(Town, [30, 0], People, DistanceDecay.Gaussian).PlacesPerPerson);

    [Fact]
    public void ADemandTooSmallToDivideByIsNone()
    {
        var found = FloatingCatchment.TwoStep(
            WalkTable.Of(1, [1]), [1_000_000], [1], new DistanceDecay((_, _) => double.Epsilon));
        Assert.Equal([0], found.PlacesPerPerson);
        Assert.Equal(1_000_000, found.PlacesWithoutDemand);
    }

    [Fact]
    public void PeopleHaveTogetherWhatTheFacilitiesGive()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var (catchments, people) = WalkTable.Of(new RandomDistrict(seed), random.Next(0, 400_000));
            int[] places = [.. Enumerable.Range(0, catchments.FacilityCount).Select(_ => random.Next(-1, 30))];
            var steps = DistanceDecay.Steps([1, 0.68, 0.22]);
            foreach (var found in new[]
            {
                FloatingCatchment.TwoStep(catchments, places, people, DistanceDecay.None),
                FloatingCatchment.TwoStep(catchments, places, people, steps),
                FloatingCatchment.TwoStep(catchments, places, people, DistanceDecay.Gaussian),
                FloatingCatchment.ThreeStep(catchments, places, people, steps),
                FloatingCatchment.ThreeStep(catchments, places, people, DistanceDecay.Gaussian),
            })
            {
                var given = places.Where(p => p > 0).Sum() - found.PlacesWithoutDemand;
                var taken = found.PlacesPerPerson.Zip(people, (a, p) => a * p).Sum();
                Assert.Equal(given, taken, 1e-6);
                Assert.All(found.PlacesPerPerson.Concat(found.PlacesPerDemand), v => Assert.True(double.IsFinite(v) && v >= 0));
            }
        }
    }

    [Fact]
    public void ThePairsOfACatchmentCostWhatTheCoverageFinds()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var d = new RandomDistrict(seed).District;
            var costs = d.Network.TimeCosts(new(850, 0.5));
            var open = d.Facilities.OpenWith(0);
            const int limit = 250_000;
            var catchments = Catchments.Find(d.Network, costs, d.FacilityLinks, open, d.BuildingLinks, limit, 2);
            var nearest = NearestFacility.Find(
                d.Network, costs.Reversed, d.FacilityLinks, open, d.BuildingLinks, limit, new(d.Network));
            var best = new int[d.Buildings.Count];
            Array.Fill(best, WalkCosts.Unreached);
            for (var f = 0; f < open.Length; f++)
            {
                foreach (var (b, cost) in catchments.Walks.Columns(f).ToArray().Zip(catchments.Walks.Costs(f).ToArray()))
                {
                    best[b] = Math.Min(best[b], cost);
                }
            }

            Assert.Equal(nearest.CostMm, best);
        }
    }

    private static void AssertClose(double[] expected, FloatingCatchment found, double within = 1e-12)
    {
        Assert.Equal(expected.Length, found.PlacesPerPerson.Length);
        Assert.All(expected.Zip(found.PlacesPerPerson), p => Assert.Equal(p.First, p.Second, within));
    }
}
