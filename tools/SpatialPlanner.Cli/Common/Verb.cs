using System.CommandLine;

namespace SpatialPlanner.Cli.Common;

/// <summary>One verb: its options, and what it does with them; the result is an exit code.</summary>
public sealed record Verb(Command Command, Func<ParseResult, Terminal, int> Run)
{
    /// <summary>Verbs below this one; it then does nothing by itself.</summary>
    public IReadOnlyList<Verb> Parts { get; init; } = [];
}
