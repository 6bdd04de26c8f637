using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Problems;

/// <summary>How much a problem in the input costs.</summary>
public enum ProblemSeverity
{
    /// <summary>The row was taken as it is; worth a look.</summary>
    Warning,

    /// <summary>The row was taken after a stated repair.</summary>
    Repaired,

    /// <summary>The row was left out.</summary>
    Rejected,

    /// <summary>The file was left out as a whole.</summary>
    Fatal,
}

/// <summary>One thing wrong with a user's input: what, where, and what to do about it.</summary>
/// <param name="Severity">What became of the row or file.</param>
/// <param name="File">File name as the user gave it.</param>
/// <param name="Place">Line, byte, row or feature id ("line 7", "feature 12", "way/4711"); null for the whole file.</param>
/// <param name="What">What is wrong.</param>
/// <param name="Remedy">What the user can do.</param>
public sealed record InputProblem(
    ProblemSeverity Severity, string File, string? Place, LocalText What, LocalText Remedy)
{
    /// <summary>One line for a terminal: <c>file: place: what - remedy</c>.</summary>
    /// <param name="language"><c>zh</c> or <c>en</c>.</param>
    public string ToLine(string language) =>
        Place is null
            ? $"{File}: {What.In(language)} - {Remedy.In(language)}"
            : $"{File}: {Place}: {What.In(language)} - {Remedy.In(language)}";
}
