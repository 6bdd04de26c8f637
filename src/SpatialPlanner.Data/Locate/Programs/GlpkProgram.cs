using System.Globalization;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Linear;

namespace SpatialPlanner.Data.Locate.Programs;

/// <summary>GNU's GLPK.</summary>
internal sealed class GlpkProgram : ExternalProgram
{
    public override string Name => "glpsol";

    public override string Package => "glpk-utils (Debian)";

    protected override string[] Arguments(string model, string solution, string? seconds, ulong seed) =>
    [
        "--lp", model, "--cuts", "--write", solution,
        .. seconds is null ? (string[])[] : ["--tmlim", Math.Ceiling(double.Parse(seconds, CultureInfo.InvariantCulture)).ToString(CultureInfo.InvariantCulture)],
    ];

    // "s mip rows columns status value", then "j column value".
    internal override ProgramAnswer Read(string[] solution, string said, LinearProgram program)
    {
        var (status, value, values) = ("u", double.NaN, new double[program.Columns.Count]);
        foreach (var fields in solution.Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        {
            if (fields is ["s", "mip", _, _, var word, var objective, ..])
            {
                (status, value) = (word, Number(objective));
            }
            else if (fields is ["j", var column, var number, ..])
            {
                values[int.Parse(column, CultureInfo.InvariantCulture) - 1] = Number(number);
            }
        }

        var bound = status == "o" ? value : After(said, ">=") ?? double.NegativeInfinity;
        return status switch
        {
            "o" => new ProgramAnswer(SitingStatus.Optimal, values, bound, status),
            "f" => new ProgramAnswer(SitingStatus.Stopped, values, bound, status),
            "n" => new ProgramAnswer(SitingStatus.Infeasible, null, double.PositiveInfinity, status),
            _ => said.Contains("HAS NO PRIMAL FEASIBLE", StringComparison.Ordinal) || said.Contains("HAS NO INTEGER FEASIBLE", StringComparison.Ordinal)
                ? new ProgramAnswer(SitingStatus.Infeasible, null, double.PositiveInfinity, status)
                : new ProgramAnswer(SitingStatus.NoAnswer, null, bound, status),
        };
    }

    private static double Number(string text) => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
