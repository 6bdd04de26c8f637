using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>Who needs a service today, as the coverage table has it for the service's own group.</summary>
/// <param name="People">People of each building who are outside, or without a place where places count.</param>
/// <param name="Total">People of the group in each community.</param>
/// <param name="Covered">Of them, people who are covered, or who have a place.</param>
/// <param name="Value">Value of one person of each building, <see cref="PlanProblem.ValueOfOne"/> × weight × demand × priority.</param>
internal sealed record PlanNeed(int[] People, long[] Total, long[] Covered, long[] Value)
{
    /// <summary>Finds the need of a service.</summary>
    /// <param name="assessment">The district and its coverage.</param>
    /// <param name="service">Service, as its place in the pack.</param>
    /// <param name="community">Community of each building, or -1.</param>
    /// <param name="communities">Number of communities.</param>
    /// <param name="question">The question.</param>
    public static PlanNeed Of(Assessment assessment, int service, int[] community, int communities, PlanQuestion question)
    {
        var answer = assessment.Answers[service];
        var group = assessment.Loaded.District.Buildings.People[DemandGroups.IndexOf(answer.Service.Group)];
        var split = question.CountCapacity ? assessment.Capacity[service].Capacity.Split : null;
        var (need, total, covered) = (new int[group.Length], new long[communities], new long[communities]);
        for (var b = 0; b < need.Length; b++)
        {
            need[b] = split is not null ? split.NoCapacity[b] + split.OutOfReach[b]
                : answer.Walks.IsCovered(b, answer.Limit) ? 0 : group[b];
            if (community[b] is var c and >= 0)
            {
                total[c] += group[b];
                covered[c] += group[b] - need[b];
            }
        }

        var weight = question.Weights.GetValueOrDefault(answer.Service.Code, 1) * (question.EqualGroups ? Residents(assessment, group) : 1);
        var demand = question.UseDemand ? SitingDemand.Of(assessment.Demand, service) : null;
        long[] ofCommunity =
        [
            .. Enumerable.Range(0, communities).Select(
                c => ValueOf(weight * (demand?.ShareOf(c) ?? 1), question.GapPriority, total[c], covered[c])),
        ];
        var outside = ValueOf(weight * (demand?.OfDistrict ?? 1), 0, 0, 0);
        return new PlanNeed(need, total, covered, [.. community.Select(c => c >= 0 ? ofCommunity[c] : outside)]);
    }

    /// <summary>Residents for each person of a group.</summary>
    private static double Residents(Assessment assessment, int[] group)
    {
        var (residents, people) = (assessment.Loaded.District.Buildings.People[0].Sum(p => (long)p), group.Sum(p => (long)p));
        return people == 0 ? 1 : (double)residents / people;
    }

    // A weight above 0 counts for something, however small it is.
    private static long ValueOf(double weight, double gapPriority, long total, long covered)
    {
        var priority = 1 + (gapPriority * (total == 0 ? 0 : (total - covered) / (double)total));
        return weight <= 0 ? 0 : Math.Max(1, (long)Math.Round(PlanProblem.ValueOfOne * weight * priority));
    }
}
