using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Work;
using SpatialPlanner.Planning.Equity;
using SpatialPlanner.Planning.Gaps;

namespace SpatialPlanner.Data.Results;

/// <content>Equity.</content>
public sealed partial class Assessment
{
    /// <summary>The equity rows of every service: by service, group and area.</summary>
    public IReadOnlyList<EquityRow> Equity => Once(() =>
    {
        var (found, ranks) = (new IReadOnlyList<EquityRow>[Answers.Count], VulnerableShares.Of(loaded.District));
        Workers.Run(
            found.Length, Environment.ProcessorCount, () => new ShortestPathSearch(loaded.District.Network),
            (search, i) => found[i] = EquityOf(Answers[i], ranks, search), CancellationToken.None);
        return (IReadOnlyList<EquityRow>)[.. found.SelectMany(rows => rows)];
    });

    private IReadOnlyList<EquityRow> EquityOf(ServiceAnswer answer, double[] ranks, ShortestPathSearch search)
    {
        var service = loaded.Pack.IndexOfService(answer.Service.Code);
        return EquityTable.Make(
            loaded.District, answer.Service.Code,
            GroupPart.Of(loaded.Pack, answer.Service, answer.Profile, answer.IsAsked),
            walker => walker.Pace == answer.Profile.Pace
                ? answer.Walks.Judged(answer.Limit)
                : loaded.Judged(service, answer.Walks, walker, answer.Limit, search),
            answer.Limit, ranks);
    }
}
