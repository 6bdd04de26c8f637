using System.Globalization;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Problems;

/// <summary>Problems of a file; of each severity the first are kept and the others counted.</summary>
internal sealed class ProblemList
{
    /// <summary>How many of a severity are kept.</summary>
    public const int Kept = 1000;

    private readonly List<InputProblem> _problems = [];
    private readonly Dictionary<ProblemSeverity, int> _counts = [];

    /// <summary>Adds a problem.</summary>
    public void Add(InputProblem problem)
    {
        var count = _counts[problem.Severity] = _counts.GetValueOrDefault(problem.Severity) + 1;
        if (count <= Kept)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>The problems kept, and how many more there are.</summary>
    public IReadOnlyList<InputProblem> ToList() =>
    [
        .. _problems,
        .. _counts.Where(c => c.Value > Kept).Select(c => More(_problems[0].File, c.Key, c.Value - Kept)),
    ];

    // A line about lines: a warning, whatever it counts.
    private static InputProblem More(string file, ProblemSeverity severity, int count)
    {
        var (zh, en) = severity switch
        {
            ProblemSeverity.Rejected => ("未采用", "rejected rows"),
            ProblemSeverity.Repaired => ("已修复", "repairs"),
            _ => ("提示", "warnings"),
        };
        var number = count.ToString("N0", CultureInfo.InvariantCulture);
        return new InputProblem(
            ProblemSeverity.Warning, file, null, new LocalText($"另有 {number} 条“{zh}”未列出", $"{number} more {en} are not listed"),
            new LocalText("先改正列出的问题再导入", "mend those that are listed and import again"));
    }
}
