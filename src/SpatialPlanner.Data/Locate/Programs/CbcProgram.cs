using System.Globalization;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Linear;

namespace SpatialPlanner.Data.Locate.Programs;

/// <summary>COIN-OR's CBC.</summary>
internal sealed class CbcProgram : ExternalProgram
{
    public override string Name => "cbc";

    public override string Package => "coinor-cbc (Debian)";

    protected override string[] Arguments(string model, string solution, string? seconds, ulong seed) =>
    [
        model, "-randomSeed", (1 + (seed % 1_000_000)).ToString(CultureInfo.InvariantCulture), "-timeMode", "elapsed",
        .. seconds is null ? (string[])[] : ["-seconds", seconds], "-ratioGap", "0", "-allowableGap", "0", "-solve", "-solution", solution,
    ];

    // First line "Optimal - objective value 3.5"; then number, name, value and reduced cost of the columns that are not 0.
    internal override ProgramAnswer Read(string[] solution, string said, LinearProgram program)
    {
        var head = solution.Length == 0 ? string.Empty : solution[0];
        if (head.StartsWith("Infeasible", StringComparison.OrdinalIgnoreCase) || head.StartsWith("Integer infeasible", StringComparison.OrdinalIgnoreCase))
        {
            return new ProgramAnswer(SitingStatus.Infeasible, null, double.PositiveInfinity, head);
        }

        var values = new double[program.Columns.Count];
        foreach (var line in solution.Skip(1))
        {
            var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(f => f == "**").ToArray();
            if (fields.Length >= 3 && fields[1].StartsWith('x'))
            {
                values[int.Parse(fields[1].AsSpan(1), CultureInfo.InvariantCulture)] = double.Parse(fields[2], CultureInfo.InvariantCulture);
            }
        }

        var isOptimal = head.StartsWith("Optimal", StringComparison.Ordinal);
        var hasValues = isOptimal || (head.StartsWith("Stopped", StringComparison.Ordinal) && !head.Contains("no integer solution", StringComparison.Ordinal));
        var bound = isOptimal ? After(head, "objective value") : After(said, "Lower bound") ?? After(said, "best possible");
        return new ProgramAnswer(
            isOptimal ? SitingStatus.Optimal : hasValues ? SitingStatus.Stopped : SitingStatus.NoAnswer, hasValues ? values : null,
            bound ?? double.NegativeInfinity, head);
    }
}
