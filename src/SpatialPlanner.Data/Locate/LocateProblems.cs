namespace SpatialPlanner.Data.Locate;

/// <summary>Names and needs of the problems: one table for the command line, its help and its answers.</summary>
public static class LocateProblems
{
    private static readonly (LocateProblem Problem, string Name)[] Known =
    [
        (LocateProblem.Lscp, "lscp"), (LocateProblem.Mclp, "mclp"), (LocateProblem.PMedian, "p-median"),
        (LocateProblem.PCenter, "p-center"), (LocateProblem.CapacitatedMclp, "cmclp"),
        (LocateProblem.CapacitatedPMedian, "cp-median"), (LocateProblem.Cflp, "cflp"), (LocateProblem.PDispersion, "p-dispersion"),
    ];

    /// <summary>Names in the order of the help.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Select(k => k.Name)];

    /// <summary>The problem of a name, or null.</summary>
    /// <param name="name">Name as typed.</param>
    public static LocateProblem? Find(string name) =>
        Known.Where(k => k.Name == name).Select(k => (LocateProblem?)k.Problem).FirstOrDefault();

    /// <summary>Name of a problem.</summary>
    /// <param name="problem">The problem.</param>
    public static string NameOf(LocateProblem problem) => Known.First(k => k.Problem == problem).Name;

    /// <summary>True where the number of sites is asked for.</summary>
    /// <param name="problem">The problem.</param>
    public static bool NeedsSites(LocateProblem problem) => problem is not (LocateProblem.Lscp or LocateProblem.Cflp);

    /// <summary>True where a limit is asked for.</summary>
    /// <param name="problem">The problem.</param>
    public static bool NeedsLimit(LocateProblem problem) =>
        problem is LocateProblem.Lscp or LocateProblem.Mclp or LocateProblem.CapacitatedMclp;

    /// <summary>True where only a share of the demand may have to be served.</summary>
    /// <param name="problem">The problem.</param>
    public static bool TakesShare(LocateProblem problem) =>
        problem is LocateProblem.Lscp or LocateProblem.PMedian or LocateProblem.CapacitatedPMedian or LocateProblem.Cflp;

    /// <summary>True where sites have places.</summary>
    /// <param name="problem">The problem.</param>
    public static bool HasCapacity(LocateProblem problem) =>
        problem is LocateProblem.CapacitatedMclp or LocateProblem.CapacitatedPMedian or LocateProblem.Cflp;
}
