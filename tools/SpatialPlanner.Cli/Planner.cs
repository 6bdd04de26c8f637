using System.CommandLine;
using SpatialPlanner.Cli.Common;
using SpatialPlanner.Cli.Verbs;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;

namespace SpatialPlanner.Cli;

/// <summary>The command line: the table of verbs, and the one place where errors become exit codes.</summary>
public static class Planner
{
    /// <summary>All verbs, in the order of the help text.</summary>
    private static readonly Func<Verb>[] Verbs =
    [
        SampleVerb.Make,
        ImportVerb.Make,
        CheckVerb.Make,
        PopulationVerb.Make,
        RulesVerb.Make,
        CoverageVerb.Make,
        AssessVerb.Make,
        ExplainVerb.Make,
        IsochroneVerb.Make,
        DistancesVerb.Make,
        PilotsVerb.Make,
        SiteVerb.Make,
        LocateVerb.Make,
        ExportVerb.Make,
        ServeVerb.Make,
        BenchVerb.Make,
    ];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var root = new RootCommand(
            "SpatialPlanner: who reaches what on foot within 15 minutes, and where the gaps are.\n一刻钟便民生活圈空间分析。");
        root.Options.Add(CommonOptions.Language);
        root.Options.Add(CommonOptions.Json);
        foreach (var make in Verbs)
        {
            var verb = make();
            foreach (var part in verb.Parts.Count == 0 ? [verb] : verb.Parts)
            {
                // On another thread: the library listens for Ctrl+C only once the action has returned its task.
                part.Command.SetAction((parsed, cancel) =>
                    Task.Run(() => Guarded(part, parsed, output, error, cancel), CancellationToken.None));
            }

            root.Subcommands.Add(verb.Command);
        }

        var result = root.Parse(args);
        if (result.Errors.Count > 0)
        {
            return WrongUsage(result, output, error);
        }

        return await result.InvokeAsync(new InvocationConfiguration
        {
            Output = output,
            Error = error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        });
    }

    private static int WrongUsage(ParseResult result, TextWriter output, TextWriter error)
    {
        var command = result.CommandResult.Command;
        var help = command is RootCommand ? "planner --help"
            : command.Parents.OfType<Command>().FirstOrDefault(p => p is not RootCommand) is { } above
                ? $"planner {above.Name} {command.Name} --help" : $"planner {command.Name} --help";
        // One mistake on the command line can be told twice by the parser.
        // What was typed may be the address of a database.
        var said = Workspaces.WithoutPasswords(
            string.Join(Environment.NewLine, result.Errors.Select(e => e.Message).Distinct()));
        var json = result.Tokens.Any(t => t.Value == CommonOptions.Json.Name);
        new Terminal(output, error, CommonOptions.LanguageOf(result), json, CancellationToken.None).Stop(
            "wrong_usage", new($"命令行有误：{said}{Environment.NewLine}用法：{help}", $"{said}{Environment.NewLine}Usage: {help}"));
        return ExitCode.WrongUsage;
    }

    private static int Guarded(
        Verb verb, ParseResult parsed, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        var terminal = new Terminal(output, error, CommonOptions.LanguageOf(parsed), parsed.GetValue(CommonOptions.Json), cancel);
        try
        {
            return verb.Run(parsed, terminal);
        }
        catch (InputException e)
        {
            terminal.Fail(e.Problem);
            return ExitCode.Problems;
        }
        catch (UsageException e)
        {
            terminal.Stop("wrong_usage", e.What);
            return ExitCode.WrongUsage;
        }
        catch (OperationCanceledException)
        {
            terminal.Stop("cancelled", new("已取消；未完成的部分没有写入", "cancelled; nothing unfinished was stored"));
            return ExitCode.Cancelled;
        }
#pragma warning disable CA1031 // The last line of defence: a user sees a sentence, never a stack trace.
        catch (Exception e)
#pragma warning restore CA1031
        {
            terminal.Unexpected(e);
            return ExitCode.Problems;
        }
    }
}
