using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Problems;

/// <summary>The input cannot be used as a whole. Carries the problem to show; never shown as a stack trace.</summary>
public sealed class InputException : Exception
{
    /// <summary>Makes the exception of one fatal problem.</summary>
    /// <param name="problem">What is wrong, where, and what to do.</param>
    /// <param name="inner">The technical cause, for logs.</param>
    public InputException(InputProblem problem, Exception? inner = null)
        : base(problem.ToLine("en"), inner) => Problem = problem;

    /// <summary>What is wrong, where, and what to do.</summary>
    public InputProblem Problem { get; }

    /// <summary>Short form for a fatal problem.</summary>
    /// <param name="file">File name as the user gave it.</param>
    /// <param name="place">Place in the file, or null.</param>
    /// <param name="what">What is wrong.</param>
    /// <param name="remedy">What the user can do.</param>
    /// <param name="inner">The technical cause, for logs.</param>
    public static InputException Fatal(
        string file, string? place, LocalText what, LocalText remedy, Exception? inner = null) =>
        new(new InputProblem(ProblemSeverity.Fatal, file, place, what, remedy), inner);
}
