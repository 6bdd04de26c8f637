using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Readers.Osm;

/// <summary>
/// Collects what is wrong with a file. A torn extract breaks thousands of ways in the same manner: of each kind the first
/// are told one by one and the rest as a number, so that the list stays readable.
/// </summary>
internal sealed class OsmProblems(string file)
{
    /// <summary>Problems of one kind that are told one by one.</summary>
    public const int ToldOfAKind = 20;

    private readonly List<InputProblem> _problems = [];
    private readonly Dictionary<string, (int Count, InputProblem First)> _kinds = [];
    private readonly List<string> _kindOrder = [];

    /// <summary>File name as the user gave it.</summary>
    public string File { get; } = Path.GetFileName(file);

    /// <summary>Adds a problem of a kind.</summary>
    public void Add(string kind, ProblemSeverity severity, string? place, LocalText what, LocalText remedy)
    {
        var problem = new InputProblem(severity, File, place, what, remedy);
        if (_kinds.TryGetValue(kind, out var seen))
        {
            _kinds[kind] = (seen.Count + 1, seen.First);
        }
        else
        {
            _kinds.Add(kind, (1, problem));
            _kindOrder.Add(kind);
        }

        if (_kinds[kind].Count <= ToldOfAKind)
        {
            _problems.Add(problem);
        }
    }

    /// <summary>Everything collected, the untold ones as one line for each kind.</summary>
    public IReadOnlyList<InputProblem> ToList()
    {
        var all = new List<InputProblem>(_problems);
        foreach (var kind in _kindOrder)
        {
            var (count, first) = _kinds[kind];
            if (count > ToldOfAKind)
            {
                var more = count - ToldOfAKind;
                all.Add(first with
                {
                    Place = null,
                    What = new($"另有 {more} 处同类问题，例如：{first.What.Zh}", $"{more} more of this kind: {first.What.En}"),
                });
            }
        }

        return all;
    }
}
