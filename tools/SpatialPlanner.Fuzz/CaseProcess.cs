using System.Diagnostics;
using System.Runtime.InteropServices;

namespace SpatialPlanner.Fuzz;

/// <summary>How a case ended.</summary>
/// <param name="Answer">What the process said; "failed …" also where it hung, died or took too much memory.</param>
/// <param name="Milliseconds">How long it took.</param>
/// <param name="PeakMegabytes">Most memory of the process so far.</param>
internal sealed record CaseEnd(string Answer, long Milliseconds, long PeakMegabytes);

/// <summary>Runs cases in a process of their own, which is watched and made anew when it fails.</summary>
internal sealed class CaseProcess : IDisposable
{
    /// <summary>Memory that no file may take, in MB.</summary>
    public const int MostMegabytes = 1024;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);
    private Process? _process;

    /// <summary>Reads a file and waits for the end of it.</summary>
    public CaseEnd Run(string path)
    {
        var process = _process ??= Start();
        var watch = Stopwatch.StartNew();
        process.StandardInput.WriteLine(path);
        process.StandardInput.Flush();
        var line = process.StandardOutput.ReadLineAsync();
        var (answer, peak) = (string.Empty, 0L);
        while (answer.Length == 0)
        {
            var ended = line.Wait(TimeSpan.FromMilliseconds(50));
            peak = Math.Max(peak, Megabytes(process));
            answer = ended ? line.Result ?? $"{CaseReader.Failed} the process died"
                : watch.Elapsed > MostTime ? $"{CaseReader.Failed} hung for {MostTime.TotalSeconds:0} s"
                : string.Empty;
            answer = peak > MostMegabytes ? $"{CaseReader.Failed} took {peak} MB" : answer;
        }

        if (answer.StartsWith(CaseReader.Failed, StringComparison.Ordinal))
        {
            Stop();
        }

        return new CaseEnd(answer, watch.ElapsedMilliseconds, peak);
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    private static Process Start()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(CaseProcess).Assembly.Location);
        }

        start.ArgumentList.Add("--child");
        start.Environment["DOTNET_GCHeapHardLimit"] = $"0x{(long)MostMegabytes << 20:X}";
        start.Environment["DOTNET_gcServer"] = "0";

        // Without GDAL, which is asked about files that no reader here knows: a tenth of a second each.
        start.Environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        start.Environment["PATH"] = string.Empty;
        return Process.Start(start) ?? throw new InvalidOperationException("The process of the cases did not start.");
    }

    private static long Megabytes(Process process)
    {
        try
        {
            process.Refresh();
            return process.WorkingSet64 >> 20;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }

    private void Stop()
    {
        if (_process is { } process)
        {
            try
            {
                process.Kill();
            }
            catch (InvalidOperationException)
            {
                // It ended by itself.
            }

            process.WaitForExit();
            process.Dispose();
            _process = null;
        }
    }
}
