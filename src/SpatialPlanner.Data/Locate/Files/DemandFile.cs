using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Locate.Files;

/// <summary>Weights of the demand: <c>demand_id,weight</c>. A demand without a line has weight 1.</summary>
internal static class DemandFile
{
    /// <summary>Reads the weights into a table whose numbers are millionths.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancel">Cancels.</param>
    /// <returns>The table, and how many demands have no line.</returns>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static (LocateTable Table, int WithoutLine) Read(string path, LocateTable table, CancellationToken cancel)
    {
        var place = Places.Of(table.Demand);
        var (weight, line) = (table.Weight.AsSpan().ToArray(), new long[table.Demand.Count]);
        NamedTable.Read(path, ["demand_id", "weight"], [], row =>
        {
            var id = row.Id(0);
            if (!place.TryGetValue(id, out var d))
            {
                throw row.Fault(
                    new($"{table.Source} 中没有需求点 {id}", $"there is no demand point {id} in {table.Source}"),
                    new("改正编号，或在费用表中补上它到各点的费用", "correct the id, or give its costs in the table of costs"));
            }

            if (line[d] > 0)
            {
                throw row.Fault(
                    new($"需求点 {id} 已在第 {line[d]} 行给出", $"the demand point {id} was given on line {line[d]} already"),
                    new("每个需求点只留一行", "keep one line a demand point"));
            }

            (weight[d], line[d]) = (row.NeededMillionths(1), row.Line);
        }, cancel);
        return (table with { Weight = weight }, line.Count(l => l == 0));
    }
}
