using System.CommandLine;

namespace SpatialPlanner.Cli.Common;

/// <summary>One verb: its options, and what it does with them; the result is an exit code.</summary>
public sealed record Verb(Command Command, Func<ParseResult, Terminal, int> Run);
