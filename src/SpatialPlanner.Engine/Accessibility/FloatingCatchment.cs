namespace SpatialPlanner.Engine.Accessibility;

/// <summary>
/// Places for each person by a floating catchment: every facility shares its places out among the people in its
/// catchment, and everybody adds up the shares of the facilities within reach. What the people have together is what the
/// facilities with demand give: Σ people × places a person = Σ places − <see cref="PlacesWithoutDemand"/>.
/// </summary>
/// <param name="PlacesPerPerson">Places for each person of a building; 0 where none is in reach.</param>
/// <param name="PlacesPerDemand">
/// Places of each facility for each weighted person in its catchment; 0 where it has no places or no demand.
/// </param>
/// <param name="PlacesWithoutDemand">Places of facilities in whose catchment nobody lives: they stay unused.</param>
public sealed record FloatingCatchment(double[] PlacesPerPerson, double[] PlacesPerDemand, long PlacesWithoutDemand)
{
    /// <summary>
    /// The two steps: with <see cref="DistanceDecay.None"/> the 2SFCA (Radke and Mu 2000; Luo and Wang 2003), with steps
    /// the E2SFCA (Luo and Qi 2009), with a bell the Gaussian 2SFCA (Dai 2010).
    /// </summary>
    /// <param name="catchments">The walks within the limit.</param>
    /// <param name="places">Places of each facility; one with none (0 or fewer) is left out.</param>
    /// <param name="people">People of each building.</param>
    /// <param name="decay">Weights of the walks.</param>
    public static FloatingCatchment TwoStep(
        Catchments catchments, ReadOnlySpan<int> places, ReadOnlySpan<int> people, DistanceDecay decay) =>
        Share(catchments, places, people, Weights(catchments, places, decay));

    /// <summary>
    /// The three steps of Wan, Zou and Sternberg 2012: before the two steps people choose among the facilities within
    /// reach, each with the probability of its weight's share. So demand is not counted once for every facility in reach.
    /// </summary>
    /// <param name="catchments">The walks within the limit.</param>
    /// <param name="places">Places of each facility; one with none (0 or fewer) is nobody's choice.</param>
    /// <param name="people">People of each building.</param>
    /// <param name="decay">Weights of the walks, of which the shares are taken.</param>
    public static FloatingCatchment ThreeStep(
        Catchments catchments, ReadOnlySpan<int> places, ReadOnlySpan<int> people, DistanceDecay decay)
    {
        var weights = Weights(catchments, places, decay);
        var (column, choices) = (catchments.Walks.Column, new double[catchments.BuildingCount]);
        for (var k = 0; k < weights.Length; k++)
        {
            choices[column[k]] += weights[k];
        }

        for (var k = 0; k < weights.Length; k++)
        {
            // G × W, where G = W / ΣW: the square before the division would underflow for small weights.
            weights[k] = weights[k] > 0 ? weights[k] / choices[column[k]] * weights[k] : 0;
        }

        return Share(catchments, places, people, weights);
    }

    private static double[] Weights(Catchments catchments, ReadOnlySpan<int> places, DistanceDecay decay)
    {
        var (walks, limitMm, weightAt) = (catchments.Walks, catchments.LimitMm, decay.WeightAt);
        var weights = new double[walks.CostMm.Length];
        for (var j = 0; j < walks.RowCount; j++)
        {
            for (var k = walks.First[j]; k < walks.First[j + 1] && places[j] > 0; k++)
            {
                weights[k] = weightAt(walks.CostMm[k], limitMm);
            }
        }

        return weights;
    }

    private static FloatingCatchment Share(
        Catchments catchments, ReadOnlySpan<int> places, ReadOnlySpan<int> people, double[] weights)
    {
        var (first, column) = (catchments.Walks.First, catchments.Walks.Column);
        var (perPerson, perDemand) = (new double[catchments.BuildingCount], new double[catchments.FacilityCount]);
        var withoutDemand = 0L;
        for (var j = 0; j < perDemand.Length; j++)
        {
            if (places[j] <= 0)
            {
                continue;
            }

            var demand = 0.0;
            for (var k = first[j]; k < first[j + 1]; k++)
            {
                demand += weights[k] * people[column[k]];
            }

            // A demand so small that the division overflows is none.
            if (!double.IsFinite(perDemand[j] = places[j] / demand))
            {
                (perDemand[j], withoutDemand) = (0, withoutDemand + places[j]);
                continue;
            }

            for (var k = first[j]; k < first[j + 1]; k++)
            {
                perPerson[column[k]] += weights[k] * perDemand[j];
            }
        }

        return new FloatingCatchment(perPerson, perDemand, withoutDemand);
    }
}
