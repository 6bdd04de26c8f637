using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Work;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Indicators;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Results.Indicators;

/// <summary>Works out the indicators of a district: for each walk rule what is within it, then the rows.</summary>
internal static class IndicatorRows
{
    public static IReadOnlyList<IndicatorRow> Make(Assessment assessment, CancellationToken cancel, int? threads = null)
    {
        var (loaded, areas, land) = (assessment.Loaded, assessment.Areas, assessment.Land);
        var table = new IndicatorTable(
            [.. areas.All.Select(a => a.Level)], loaded.District.Buildings, areas.OfBuildings,
            assessment.Compounds is { Count: > 0 } compounds ? compounds : null, land.Count > 0 ? land : null, areas.OfLand);
        PlanningRule[] rules = [.. loaded.Pack.Rules.Where(r => r.IsWalk)];
        var rows = new IReadOnlyList<IndicatorRow>[rules.Length];
        // Asked for here, since the threads would wait for the first of them.
        _ = assessment.Answers;
        Workers.Run(
            rules.Length, threads ?? Environment.ProcessorCount, () => new ShortestPathSearch(loaded.District.Network),
            (search, r) => rows[r] = OfRule(assessment, table, rules[r], search), cancel);
        return [.. rows.SelectMany(r => r)];
    }

    private static IReadOnlyList<IndicatorRow> OfRule(
        Assessment assessment, IndicatorTable table, PlanningRule rule, ShortestPathSearch search)
    {
        var pack = assessment.Loaded.Pack;
        var limit = rule.Criterion == RuleCriterion.Distance ? CoverageLimit.OfMetres(rule.Value) : CoverageLimit.OfMinutes(rule.Value);
        if ((rule.Service is { } code ? pack.IndexOfService(code) : -1) is not (var service and >= 0))
        {
            var any = (rule.Profile is { } asked ? pack.FindProfile(asked) : null) ?? pack.Profiles[0];
            return table.Rows(rule, 0, limit, any.SpeedMmPerS, null, null);
        }

        var walker = pack.FindProfile(rule.Profile ?? pack.Services[service].Profile)!;
        return table.Rows(
            rule, DemandGroups.IndexOf(pack.Services[service].Group), limit, walker.SpeedMmPerS,
            Network(assessment, service, walker, limit, search), Circle(assessment, service, limit.Metres(walker.SpeedMmPerS)));
    }

    private static IndicatorReach Network(
        Assessment assessment, int service, WalkerProfile walker, CoverageLimit limit, ShortestPathSearch search)
    {
        var (loaded, answer) = (assessment.Loaded, assessment.Answers[service]);
        var d = loaded.District;
        var walks = walker.Pace == answer.Profile.Pace
            ? answer.Walks.Judged(limit) : loaded.Judged(service, answer.Walks, walker, limit, search);
        var costs = limit.IsDistance ? d.Network.DistanceCosts : d.Network.TimeCosts(walker.Pace);
        var limitMm = limit.CostMm(walker.SpeedMmPerS);
        var land = NearestFacility.Find(
            d.Network, costs.Reversed, d.FacilityLinks, d.Facilities.OpenWith(service), assessment.Land.Links, limitMm, search);
        return new IndicatorReach(
            Array.ConvertAll(walks.CostMm, c => c <= limitMm), Array.ConvertAll(land.CostMm, c => c <= limitMm));
    }

    private static IndicatorReach Circle(Assessment assessment, int service, double radiusM)
    {
        var d = assessment.Loaded.District;
        var centres = Array.ConvertAll(d.Facilities.OpenWith(service), f => (d.Facilities.X[f], d.Facilities.Y[f]));
        return new IndicatorReach(
            IndicatorReach.InCircles(centres, radiusM, d.Buildings.X, d.Buildings.Y),
            IndicatorReach.InCircles(centres, radiusM, assessment.Land.X, assessment.Land.Y));
    }
}
