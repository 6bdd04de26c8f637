using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>Steps that the problems share when they make their answers.</summary>
internal static class LocateAnswers
{
    /// <summary>True for the sites that stand: those chosen and those that stood before.</summary>
    public static bool[] Open(LocateCase located, IEnumerable<int> chosen)
    {
        var open = new bool[located.Table.Sites.Count];
        foreach (var s in chosen)
        {
            if (s < open.Length)
            {
                open[s] = true;
            }
        }

        for (var s = 0; s < open.Length; s++)
        {
            open[s] |= located.Table.Role[s] == SiteRole.Existing;
        }

        return open;
    }

    /// <summary>
    /// Sites up to the number that was asked for: where fewer do as well, more do no harm. Those that serve somebody better
    /// than nobody come by their number; none that another one excludes.
    /// </summary>
    public static bool[] Filled(LocateCase located, bool[] open)
    {
        var count = open.Count(o => o);
        for (var s = 0; s < open.Length && count < located.MostSites; s++)
        {
            if (!open[s] && located.Fixed[s] == ColumnState.Free && (located.Conflicts is null || !located.Conflicts[s].Any(o => open[o])))
            {
                open[s] = true;
                count++;
            }
        }

        return open;
    }

    /// <summary>An answer with sites.</summary>
    public static LocateAnswer Found(
        LocateCase located, SitingStatus status, decimal objective, decimal bound, bool[] open, LocateService service, long nodes, string method) => new(
        status, objective, bound, [.. Enumerable.Range(0, open.Length).Where(s => open[s] && located.Table.Role[s] != SiteRole.Existing)],
        service.Served, nodes, method, null, [])
        {
            CostScale = located.Table.CostScale,
            ServedUnits = service.Units,
        };

    /// <summary>An answer without sites because the time was up.</summary>
    public static LocateAnswer Unknown(decimal? bound, string method) => new(
        SitingStatus.NoAnswer, null, bound, [], [], 0, method,
        new("时间用完，尚未找到可行的选择", "the time was up before any choice was found that meets the conditions"),
        [new("给更长的 --time-limit", "give a longer --time-limit")]);
}
