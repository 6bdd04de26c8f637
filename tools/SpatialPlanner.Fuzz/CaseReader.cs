using SpatialPlanner.Data.Import;
using SpatialPlanner.Data.Import.Inspection;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Fuzz;

/// <summary>The process that reads the cases, so that one which hangs or dies takes only itself down.</summary>
internal static class CaseReader
{
    /// <summary>Answers of the process, the first word of a line.</summary>
    public const string Taken = "taken", Refused = "refused", Failed = "failed";

    private static readonly LayerSchema[] Layers =
    [
        WorkspaceLayers.Facilities, WorkspaceLayers.Buildings, WorkspaceLayers.WalkEdges, WorkspaceLayers.Boundaries,
        WorkspaceLayers.SurveyResponses,
    ];

    /// <summary>Reads paths from standard input until it ends, and answers each with a line.</summary>
    public static int Serve()
    {
        var pack = RulePackFiles.Load(null);
        for (var number = 0; Console.In.ReadLine() is { } path; number++)
        {
            Console.Out.WriteLine(Try(path, Layers[number % Layers.Length], pack));
            Console.Out.Flush();
        }

        return 0;
    }

    /// <summary>Reads a file as the command line and the server do.</summary>
    /// <returns>How it ended, in one line.</returns>
    public static string Try(string path, LayerSchema layer, RulePack pack)
    {
        try
        {
            var options = new ImportOptions
            {
                Layer = layer,
            };
            Inspect(path, options);
            using var read = Importer.Read(path, options, pack);
            var rows = read.Batch.Layers.Sum(l => l.Value.Count(r => r.Values.Length == l.Key.Columns.Count));
            return $"{Taken} {rows}";
        }
        catch (InputException e)
        {
            return Judge(e.Problem);
        }
        catch (Exception e)
        {
            return $"{Failed} {OneLine(e.ToString())}";
        }
    }

    private static void Inspect(string path, ImportOptions options)
    {
        try
        {
            FileInspector.Inspect(path, options);
        }
        catch (InputException)
        {
            // The import will say the same.
        }
    }

    // A refusal must be a sentence in both languages, and none of the runtime's own.
    private static string Judge(InputProblem problem)
    {
        string[] texts = [problem.What.Zh, problem.What.En, problem.Remedy.Zh, problem.Remedy.En];
        return Array.Exists(texts, string.IsNullOrWhiteSpace) || Array.Exists(texts, t => t.Contains("Exception", StringComparison.Ordinal) || t.Contains("   at ", StringComparison.Ordinal))
            ? $"{Failed} no sentence: {OneLine(problem.ToLine("en"))}"
            : $"{Refused} {OneLine(problem.What.En)}";
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" | ");
}
