using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace SpatialPlanner.Data.Readers.Ogr;

/// <summary>Runs GDAL's programs <c>ogrinfo</c> and <c>ogr2ogr</c>: never through a shell, and only with drivers that read files.</summary>
/// <param name="converter">Name or path of <c>ogr2ogr</c>.</param>
/// <param name="inspector">Name or path of <c>ogrinfo</c>.</param>
internal sealed class OgrTool(string converter = "ogr2ogr", string inspector = "ogrinfo")
{
    private const int MostOutput = 64 << 10;
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan PatienceToLook = TimeSpan.FromSeconds(20);

    // Other drivers follow what a file says to other files, databases and the network, or read pictures.
    private static readonly HashSet<string> Allowed = new(StringComparer.OrdinalIgnoreCase)
    {
        "OpenFileGDB", "DXF", "CAD", "MapInfo File", "GML", "FlatGeobuf", "GPX", "DGN", "ODS", "XLS", "TopoJSON", "JML", "AVCE00",
        "OGR_GMT", "S57", "SXF", "Geoconcept", "Interlis 1", "Interlis 2", "MapML", "Selafin", "GPKG", "Memory", "MEM",
    };

    private readonly Lazy<string?> _skipped = new(() => Skipped(inspector));

    /// <summary>GDAL as it is found on the path.</summary>
    public static OgrTool OfPath { get; } = new();

    /// <summary>True where GDAL's programs are there.</summary>
    public bool IsInstalled => _skipped.Value is not null;

    /// <summary>True where GDAL can open a file.</summary>
    public bool Opens(string path)
    {
        if (!IsInstalled)
        {
            return false;
        }

        using var patience = new CancellationTokenSource(PatienceToLook);
        try
        {
            var (code, output) = Run(inspector, ["-ro", "-q", Path.GetFullPath(path)], () => { }, patience.Token);
            return code == 0 && output.Contains("1: ", StringComparison.Ordinal);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>Converts a file.</summary>
    /// <param name="source">Path of the file or folder.</param>
    /// <param name="target">Path of the GeoPackage to make.</param>
    /// <param name="options">Further arguments.</param>
    /// <param name="watch">Called several times a second; what it throws ends the work.</param>
    /// <param name="cancel">Ends the work.</param>
    /// <returns>Null where it is done, else GDAL's reason.</returns>
    public string? Convert(string source, string target, IEnumerable<string> options, Action watch, CancellationToken cancel)
    {
        // A path that begins with a slash or a drive is no option, whatever the file's name begins with.
        string[] arguments = ["-f", "GPKG", .. options, Path.GetFullPath(target), Path.GetFullPath(source)];
        var (code, output) = Run(converter, arguments, watch, cancel);
        return code == 0 ? null : Reason(output, code);
    }

    private (int Code, string Output) Run(string program, string[] arguments, Action watch, CancellationToken cancel)
    {
        var start = Start(program, arguments);
        start.Environment["GDAL_SKIP"] = _skipped.Value ?? string.Empty;
        start.Environment["GDAL_DRIVER_PATH"] = "disable";
        start.Environment["GML_SKIP_RESOLVE_ELEMS"] = "ALL";
        start.Environment["DXF_CLOSED_LINE_AS_POLYGON"] = "TRUE";
        using var process = Process.Start(start)!;
        try
        {
            process.StandardInput.Close();
            var said = new Said();
            process.OutputDataReceived += said.Hear;
            process.ErrorDataReceived += said.Hear;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            while (!process.WaitForExit(Step))
            {
                cancel.ThrowIfCancellationRequested();
                watch();
            }

            process.WaitForExit();
            watch();
            return (process.ExitCode, said.Text);
        }
        catch
        {
            End(process);
            throw;
        }
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

    private static string Reason(string output, int code)
    {
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var error = lines.FirstOrDefault(l => l.StartsWith("ERROR", StringComparison.Ordinal)) ?? lines.LastOrDefault() ?? $"exit code {code}";
        return error.Length > 300 ? error[..300] + "…" : error;
    }

    // Names of drivers to leave out, with commas, since some have blanks in them; null without GDAL.
    private static string? Skipped(string inspector)
    {
        try
        {
            using var process = Process.Start(Start(inspector, ["--formats"]))!;
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync();
            var lines = process.StandardOutput.ReadToEnd().Split('\n');
            process.WaitForExit();
            _ = errors.Result;
            var names = lines.Where(l => l.StartsWith("  ", StringComparison.Ordinal) && l.Contains(" -", StringComparison.Ordinal))
                .Select(l => l[..l.IndexOf(" -", StringComparison.Ordinal)].Trim()).ToList();
            return names.Count == 0 ? null : string.Join(',', names.Where(n => !Allowed.Contains(n)));
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static ProcessStartInfo Start(string program, string[] arguments) => new(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardOutputEncoding = Encoding.UTF8,
        StandardErrorEncoding = Encoding.UTF8,
    };

    // What a program says, as far as anybody will read it.
    private sealed class Said
    {
        private readonly StringBuilder _text = new();

        public string Text
        {
            get
            {
                lock (_text)
                {
                    return _text.ToString();
                }
            }
        }

        public void Hear(object sender, DataReceivedEventArgs line)
        {
            lock (_text)
            {
                if (line.Data is not null && _text.Length < MostOutput)
                {
                    _text.Append(line.Data).Append('\n');
                }
            }
        }
    }
}
