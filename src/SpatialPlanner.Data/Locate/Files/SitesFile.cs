using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Data.Locate.Files;

/// <summary>
/// What is said about sites: <c>site_id,state,capacity,fixed_cost</c>, of which all but the id may be missing. A site without
/// a line is free, serves all who come and costs nothing.
/// </summary>
internal static class SitesFile
{
    /// <summary>Reads the sites into a table whose numbers are millionths.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancel">Cancels.</param>
    /// <exception cref="InputException">The file cannot be used.</exception>
    public static LocateTable Read(string path, LocateTable table, CancellationToken cancel)
    {
        var place = Places.Of(table.Sites);
        var line = new long[table.Sites.Count];
        var (role, capacity, cost) = (table.Role.ToArray(), table.Capacity.ToArray(), table.FixedCost.ToArray());
        var columns = NamedTable.Read(path, ["site_id"], ["state", "capacity", "fixed_cost"], row =>
        {
            var id = row.Id(0);
            if (!place.TryGetValue(id, out var s))
            {
                throw row.Fault(
                    new($"{table.Source} 中没有地点 {id}", $"there is no site {id} in {table.Source}"),
                    new("改正编号，或删去这一行", "correct the id, or delete the line"));
            }

            var state = RoleOf(row, row.Text(1));
            if (line[s] > 0)
            {
                throw Twice(row, id, line[s], role[s], state);
            }

            (line[s], role[s], capacity[s], cost[s]) = (row.Line, state, row.Millionths(2), row.Millionths(3) ?? 0);
        }, cancel);
        return table with
        {
            Role = role,
            Capacity = capacity,
            FixedCost = cost,
            HasFixedCosts = columns.Contains("fixed_cost"),
        };
    }

    private static SiteRole RoleOf(NamedRow row, string state) => state.ToLowerInvariant() switch
    {
        "" or "free" or "candidate" => SiteRole.Free,
        "required" => SiteRole.Required,
        "forbidden" => SiteRole.Forbidden,
        "existing" => SiteRole.Existing,
        _ => throw row.Fault(
            new($"state 的值“{state}”未知", $"the state '{state}' is unknown"),
            new("用 required、forbidden、existing，或留空", "use required, forbidden or existing, or leave it empty")),
    };

    private static InputException Twice(NamedRow row, string id, long line, SiteRole before, SiteRole now) => before == now
        ? row.Fault(
            new($"地点 {id} 已在第 {line} 行给出", $"the site {id} was given on line {line} already"),
            new("每个地点只留一行", "keep one line a site"))
        : row.Fault(
            new($"地点 {id} 在第 {line} 行是 {Word(before)}，这里又是 {Word(now)}", $"the site {id} is {Word(before)} on line {line} and {Word(now)} here"),
            new("决定其中一个，每个地点只留一行", "decide for one of them: one line a site"));

    private static string Word(SiteRole role) => role.ToString().ToLowerInvariant();
}
