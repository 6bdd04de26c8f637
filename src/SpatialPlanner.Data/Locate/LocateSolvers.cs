using SpatialPlanner.Data.Locate.Programs;
using SpatialPlanner.Engine.Siting;
using SpatialPlanner.Engine.Siting.Covering;
using SpatialPlanner.Engine.Siting.Linear;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Locate;

/// <summary>Solves a problem by our own search or by a program that is installed; whatever a program says is worked out again.</summary>
/// <param name="question">The question.</param>
/// <param name="progress">Told of better answers and bounds.</param>
/// <param name="stop">Ends the search with the best so far.</param>
internal sealed class LocateSolvers(LocateQuestion question, IProgress<SitingProgress>? progress, CancellationToken stop)
{
    private readonly ExternalProgram? _program = ExternalProgram.Of(question.Method);

    /// <summary>How many nodes a tree may have; none for heuristics.</summary>
    private long? MostNodes => question.Method == PlanMethod.Heuristic ? 0 : null;

    /// <summary>Stops the search.</summary>
    public CancellationToken Stop => stop;

    /// <summary>Options of our own covering search.</summary>
    public SetCoverOptions CoverOptions => new(question.Seed, MostNodes: MostNodes);

    /// <summary>Progress of our own search.</summary>
    public IProgress<SitingProgress>? Progress => progress;

    /// <summary>True where a program solves.</summary>
    public bool IsProgram => _program is not null;

    /// <summary>Who solves.</summary>
    public string Name => _program?.Name ?? (question.Method == PlanMethod.Heuristic ? "heuristic" : "own");

    /// <summary>The least cover.</summary>
    public SetCoverResult Cover(SetCoverProblem problem)
    {
        if (_program is null)
        {
            return SetCoverSolver.Solve(problem, CoverOptions, stop);
        }

        var said = _program.Solve(CoverProgram.Of(problem), question.TimeLimitS, question.Seed, stop);
        if (said.Values is null)
        {
            return new SetCoverResult(said.Status, 0, 0, [], 0);
        }

        int[] columns = Chosen(said.Values, problem.ColumnCount);
        var cost = columns.Sum(c => problem.Cost?[c] ?? 1);
        var bound = (long)Math.Min(cost, Math.Ceiling(Math.Max(0, said.Bound) - 1e-6));
        return Covers(problem, columns)
            ? new SetCoverResult(bound >= cost ? SitingStatus.Optimal : SitingStatus.Stopped, cost, bound, columns, 0)
            : new SetCoverResult(SitingStatus.NoAnswer, 0, 0, [], 0);
    }

    /// <summary>The set of columns that gains most.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="most">Columns to choose at most.</param>
    /// <param name="conflicts">For each column those that may not be chosen beside it; null for none.</param>
    public SitingResult Gain(SitingProblem problem, int most, int[][]? conflicts)
    {
        if (_program is null)
        {
            return SitingSolver.Solve(
                problem, new SitingOptions(question.Seed, HeuristicOnly: question.Method == PlanMethod.Heuristic), progress, stop);
        }

        var program = GainProgram.Of(problem);
        if (most < problem.Gains.ColumnCount)
        {
            program.AddRow([.. Enumerable.Range(0, problem.Gains.ColumnCount).Select(c => (c, 1.0))], double.NegativeInfinity, most);
        }

        CoverProgram.AddConflicts(program, conflicts);
        return Checked(problem, _program.Solve(program, question.TimeLimitS, question.Seed, stop));
    }

    private static SitingResult Checked(SitingProblem problem, ProgramAnswer said)
    {
        if (said.Values is null)
        {
            return new SitingResult(said.Status, 0, said.Bound, [], 0);
        }

        var columns = Chosen(said.Values, problem.Gains.ColumnCount);
        var set = problem.Choices.Begin();
        foreach (var c in columns)
        {
            if (!set.Fits(c))
            {
                return new SitingResult(SitingStatus.NoAnswer, 0, said.Bound, [], 0);
            }

            set.Add(c);
        }

        var value = Assignment.Find(problem.Gains, columns).Value + columns.Sum(c => problem.Worth?[c] ?? 0);
        // Gains are whole numbers, and programs work with tolerances of about a millionth.
        var bound = Math.Max(value, Math.Floor(said.Bound + (1e-6 * Math.Max(1, Math.Abs(said.Bound) * 1e-3))));
        return new SitingResult(bound <= value ? SitingStatus.Optimal : SitingStatus.Stopped, value, bound, columns, 0);
    }

    private static int[] Chosen(double[] values, int columns) => [.. Enumerable.Range(0, columns).Where(c => values[c] > 0.5)];

    private static bool Covers(SetCoverProblem problem, int[] columns)
    {
        var isIn = new bool[problem.ColumnCount];
        foreach (var c in columns)
        {
            isIn[c] = true;
        }

        for (var r = 0; r < problem.RowCount; r++)
        {
            var count = 0;
            for (var k = problem.First[r]; k < problem.First[r + 1]; k++)
            {
                count += isIn[problem.Column[k]] ? 1 : 0;
            }

            if (count < (problem.Need?[r] ?? 1))
            {
                return false;
            }
        }

        return problem.Conflicts is null || columns.All(c => !problem.Conflicts[c].Any(o => isIn[o]));
    }
}
