using System.Text.Json;
using SpatialPlanner.Data;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Cli.Common;

/// <summary>Where a verb talks: results to standard output, messages and progress to standard error.</summary>
public sealed class Terminal
{
    // One bad column makes as many problems as the file has rows; nobody reads more than these.
    private const int ShownOfAKind = 20;

    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly ProgressLine _progress;

    public Terminal(TextWriter output, TextWriter error, string language, bool json, CancellationToken cancel)
    {
        (_output, _error, Language, Json, Cancel) = (output, error, language, json, cancel);
        _progress = new ProgressLine(error, ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected);
    }

    public string Language { get; }

    /// <summary>True where standard output is to hold one JSON document and nothing else.</summary>
    public bool Json { get; }

    public CancellationToken Cancel { get; }

    public IProgress<Progress> Progress => _progress;

    /// <summary>A line of the result, where the result is text.</summary>
    public void Print(LocalText text)
    {
        if (!Json)
        {
            _progress.Clear();
            _output.WriteLine(text.In(Language));
        }
    }

    /// <summary>A message.</summary>
    public void Say(LocalText text)
    {
        _progress.Clear();
        _error.WriteLine(text.In(Language));
    }

    /// <summary>The JSON document.</summary>
    public void PrintJson(Action<Utf8JsonWriter> write)
    {
        if (!Json)
        {
            return;
        }

        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            write(json);
        }

        _output.WriteLine(System.Text.Encoding.UTF8.GetString(bytes.ToArray()));
    }

    /// <summary>Problems, the first few of each severity, then how many more there are.</summary>
    public void Tell(IReadOnlyList<InputProblem> problems)
    {
        _progress.Clear();
        foreach (var kind in problems.GroupBy(p => p.Severity).OrderByDescending(g => g.Key))
        {
            foreach (var problem in kind.Take(ShownOfAKind))
            {
                _error.WriteLine($"{Word(problem.Severity).In(Language)}: {problem.ToLine(Language)}");
            }

            if (kind.Count() - ShownOfAKind is var more and > 0)
            {
                Say(new($"……另有 {more} 条（{Word(kind.Key).Zh}）", $"... and {more} more ({Word(kind.Key).En})"));
            }
        }
    }

    /// <summary>The problem that ends the verb.</summary>
    public void Fail(InputProblem problem)
    {
        Tell([problem]);
        PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "problems");
            JsonParts.Problems(json, [problem]);
            json.WriteEndObject();
        });
    }

    /// <summary>The verb ends without a result for another reason.</summary>
    /// <param name="status">The reason in a word, for programs.</param>
    /// <param name="message">The reason for people.</param>
    public void Stop(string status, LocalText message)
    {
        Say(message);
        PrintJson(json =>
        {
            json.WriteStartObject();
            json.WriteString("status", status);
            JsonParts.Text(json, "message", message);
            json.WriteEndObject();
        });
    }

    /// <summary>A mistake of the program's own: a sentence and how to report it.</summary>
    public void Unexpected(Exception e)
    {
        var at = e.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("SpatialPlanner", StringComparison.Ordinal))?.Trim();
        var detail = $"{e.GetType().Name}: {Workspaces.WithoutPasswords(e.Message.ReplaceLineEndings(" "))} [{at?.Replace("at ", string.Empty, StringComparison.Ordinal)}]";
        Stop("mistake", new(
            $"程序内部错误，抱歉。请附上命令、输入文件和下面这行报告：{ProgramInfo.Version} {detail}",
            $"A mistake of the program, sorry. Please report it with the command, the input file and this line: {ProgramInfo.Version} {detail}"));
    }

    private static LocalText Word(ProblemSeverity severity) => severity switch
    {
        ProblemSeverity.Warning => new("提示", "warning"),
        ProblemSeverity.Repaired => new("已修复", "repaired"),
        ProblemSeverity.Rejected => new("未采用", "rejected"),
        _ => new("错误", "error"),
    };
}
