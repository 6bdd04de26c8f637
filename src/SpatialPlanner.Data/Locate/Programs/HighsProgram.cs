using System.Globalization;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Linear;

namespace SpatialPlanner.Data.Locate.Programs;

/// <summary>HiGHS, where its program <c>highs</c> is on the path.</summary>
internal sealed class HighsProgram : ExternalProgram
{
    public override string Name => "highs";

    public override string Package => "HiGHS";

    protected override string[] Arguments(string model, string solution, string? seconds, ulong seed) =>
    [
        "--model_file", model, "--solution_file", solution, "--random_seed", (seed % int.MaxValue).ToString(CultureInfo.InvariantCulture),
        .. seconds is null ? (string[])[] : ["--time_limit", seconds],
    ];

    // "Model status", its word, then "# Columns n" and a line "name value" each.
    internal override ProgramAnswer Read(string[] solution, string said, LinearProgram program)
    {
        var at = Array.IndexOf(solution, "Model status");
        var status = at >= 0 && at + 1 < solution.Length ? solution[at + 1].Trim() : string.Empty;
        var hasValues = solution.SkipWhile(l => !l.StartsWith("# Primal", StringComparison.Ordinal)).Skip(1).FirstOrDefault() == "Feasible";
        var values = new double[program.Columns.Count];
        foreach (var fields in solution.SkipWhile(l => !l.StartsWith("# Columns", StringComparison.Ordinal)).Skip(1)
            .TakeWhile(l => !l.StartsWith('#')).Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (fields is [['x', .. var number], var value])
            {
                values[int.Parse(number, CultureInfo.InvariantCulture)] = double.Parse(value, CultureInfo.InvariantCulture);
            }
        }

        return status switch
        {
            "Infeasible" => new ProgramAnswer(SitingStatus.Infeasible, null, double.PositiveInfinity, status),
            "Optimal" when hasValues => new ProgramAnswer(SitingStatus.Optimal, values, After(said, "Dual bound") ?? double.NegativeInfinity, status),
            _ => new ProgramAnswer(
                hasValues ? SitingStatus.Stopped : SitingStatus.NoAnswer, hasValues ? values : null, After(said, "Dual bound") ?? double.NegativeInfinity, status),
        };
    }
}
