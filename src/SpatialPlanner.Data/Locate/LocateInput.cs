using SpatialPlanner.Data.Locate.Files;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Locate;

/// <summary>Reads the files of a location problem.</summary>
/// <param name="Table">The problem's numbers.</param>
/// <param name="Notes">What the user should know about them.</param>
public sealed record LocateInput(LocateTable Table, IReadOnlyList<LocalText> Notes)
{
    /// <summary>Reads a table of costs <c>demand_id,site_id,cost</c>.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static LocateTable Costs(string path, CancellationToken cancel) => PairsFile.Read(path, cancel);

    /// <summary>Reads a graph <c>from,to,length</c> and finds its shortest ways.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="limit">Largest cost that matters, or null.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static LocateTable Graph(string path, decimal? limit, CancellationToken cancel) => GraphFile.Read(path, limit, cancel);

    /// <summary>Adds weights and what is said about sites, and brings the numbers to their coarsest scale.</summary>
    /// <param name="table">A table as the other methods give it.</param>
    /// <param name="demand">Path of the weights <c>demand_id,weight</c>, or null.</param>
    /// <param name="sites">Path of the sites <c>site_id,state,capacity,fixed_cost</c>, or null.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">A file cannot be used.</exception>
    public static LocateInput Of(LocateTable table, string? demand, string? sites, CancellationToken cancel)
    {
        var notes = new List<LocalText>();
        if (demand is not null)
        {
            (table, var without) = DemandFile.Read(demand, table, cancel);
            if (without > 0)
            {
                var file = Path.GetFileName(demand);
                notes.Add(new(
                    $"{without} 个需求点在 {file} 中没有行，权重按 1 计", $"{without} demand points have no line in {file} and count with weight 1"));
            }
        }

        table = sites is null ? table : SitesFile.Read(sites, table, cancel);
        return new LocateInput(Scaled(table), notes);
    }

    private static LocateTable Scaled(LocateTable table)
    {
        long[] cost = [.. table.Cost];
        long[] fixedCost = [.. table.FixedCost];
        long[] weight = [.. table.Weight];
        long[] capacity = [.. table.Capacity.Select(c => c ?? 0)];
        var (costScale, weightScale) = (Scale.Of(cost, fixedCost), Scale.Of(weight, capacity));
        Scale.Bring(cost, costScale);
        Scale.Bring(fixedCost, costScale);
        Scale.Bring(weight, weightScale);
        Scale.Bring(capacity, weightScale);
        return table with
        {
            Cost = cost, FixedCost = fixedCost, CostScale = costScale, Weight = weight, WeightScale = weightScale,
            Capacity = [.. table.Capacity.Select((c, i) => c is null ? (long?)null : capacity[i])],
        };
    }
}
