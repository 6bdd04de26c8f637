using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using SpatialPlanner.Data.Readers.Archives;
using SpatialPlanner.Engine.Siting.Linear;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Data.Locate.Programs;

/// <summary>A program for mixed integer programs that may be installed: found on the path, run without a shell.</summary>
public abstract class ExternalProgram
{
    // What it may take to end by itself after its time is up.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly SearchValues<char> EndOfNumber = SearchValues.Create(" \t\r\n,(;%");

    /// <summary>Name of its file.</summary>
    public abstract string Name { get; }

    /// <summary>How to get it, for messages.</summary>
    public abstract string Package { get; }

    /// <summary>The program of a method; null for the methods that are our own.</summary>
    /// <param name="method">The method.</param>
    public static ExternalProgram? Of(PlanMethod method) => method switch
    {
        PlanMethod.Cbc => new CbcProgram(),
        PlanMethod.Highs => new HighsProgram(),
        PlanMethod.Glpk => new GlpkProgram(),
        _ => null,
    };

    /// <summary>Where it is installed; null where it is not.</summary>
    public string? Find() => (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0 && Path.IsPathFullyQualified(folder))
        .SelectMany(folder => new[] { Path.Combine(folder, Name), Path.Combine(folder, Name + ".exe") })
        .FirstOrDefault(File.Exists);

    /// <summary>Solves a program. Stopping ends it; what it has found by then is lost, as programs write at their end.</summary>
    /// <param name="program">The linear program.</param>
    /// <param name="timeLimitS">Seconds after which it should end with the best so far; null for no limit.</param>
    /// <param name="seed">Seed of its random choices, where it takes one.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="Problems.InputException">It is not installed, or it failed.</exception>
    public ProgramAnswer Solve(LinearProgram program, double? timeLimitS, ulong seed, CancellationToken stop)
    {
        var path = Find() ?? throw LocateCheck.Refused(
            "--method", new($"没有安装 {Name}", $"{Name} is not installed"),
            new($"安装 {Package}，或去掉 --method 用自带的求解器", $"install {Package}, or leave --method out for our own search"));
        using var folder = new TemporaryFolder();
        var (model, solution) = (Path.Combine(folder.Content, "model.lp"), Path.Combine(folder.Content, "solution.txt"));
        using (var text = new StreamWriter(model))
        {
            LpFile.Write(program, text);
        }

        var arguments = Arguments(model, solution, timeLimitS is { } s ? Math.Max(1, s).ToString("0.###", CultureInfo.InvariantCulture) : null, seed);
        var clock = Stopwatch.StartNew();
        var said = Run(path, arguments, folder.Content, timeLimitS, stop);
        var seconds = clock.Elapsed.TotalSeconds;
        var answer = File.Exists(solution) ? Read(File.ReadAllLines(solution), said, program) : Unread(said);
        return answer with { Seconds = seconds, Bound = program.IsMaximum ? -answer.Bound : answer.Bound };
    }

    /// <summary>Arguments of a run.</summary>
    protected abstract string[] Arguments(string model, string solution, string? seconds, ulong seed);

    /// <summary>Reads what it wrote, as a minimum.</summary>
    internal abstract ProgramAnswer Read(string[] solution, string said, LinearProgram program);

    /// <summary>The answer of a run that wrote nothing.</summary>
    internal static ProgramAnswer Unread(string said) =>
        new(Engine.Siting.SitingStatus.NoAnswer, null, double.NegativeInfinity, Last(said));

    /// <summary>The last line with anything in it.</summary>
    internal static string Last(string said) => said.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) is [.., var last] ? last : string.Empty;

    /// <summary>A number behind the last of some words; null where there is none.</summary>
    internal static double? After(string said, string words)
    {
        var at = said.LastIndexOf(words, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var rest = said.AsSpan(at + words.Length).TrimStart(" \t:=");
        var length = rest.IndexOfAny(EndOfNumber);
        return double.TryParse(length < 0 ? rest : rest[..length], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string Run(string path, string[] arguments, string folder, double? timeLimitS, CancellationToken stop)
    {
        var start = new ProcessStartInfo(path, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        using var clock = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (timeLimitS is { } seconds)
        {
            clock.CancelAfter(TimeSpan.FromSeconds(Math.Max(1, seconds)) + Grace);
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
        try
        {
            process.WaitForExitAsync(clock.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            End(process);
        }

        return output.GetAwaiter().GetResult() + errors.GetAwaiter().GetResult();
    }

    private static void End(Process process)
    {
        try
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
    }
}
