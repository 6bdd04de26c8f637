using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Osm;

/// <summary>
/// Collects what is wrong with a file. Each object is told by itself, also where a torn extract breaks thousands in the same
/// manner: counts of repaired and rejected rows come from here, and whoever shows them shows the first and a number.
/// </summary>
internal sealed class OsmProblems(string path)
{
    private readonly string _file = Path.GetFileName(path);
    private readonly List<InputProblem> _problems = [];

    /// <summary>Objects left out so far.</summary>
    public int RejectedCount { get; private set; }

    /// <summary>Adds a problem.</summary>
    public void Add(ProblemSeverity severity, string? place, LocalText what, LocalText remedy)
    {
        _problems.Add(new InputProblem(severity, _file, place, what, remedy));
        RejectedCount += severity == ProblemSeverity.Rejected ? 1 : 0;
    }

    /// <summary>Everything collected.</summary>
    public IReadOnlyList<InputProblem> ToList() => [.. _problems];
}
