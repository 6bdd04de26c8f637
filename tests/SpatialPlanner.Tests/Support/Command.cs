using System.Diagnostics;

namespace SpatialPlanner.Tests.Support;

/// <summary>Runs a program and gives back what it said.</summary>
public static class Command
{
    public static bool Exists(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));

    public static (int Code, string Out, string Error) Run(string program, params string[] arguments)
    {
        using var process = Start(program, arguments);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }

    public static Process Start(string program, params string[] arguments) => Start(program, arguments, withInput: false);

    public static Process Start(string program, string[] arguments, bool withInput) =>
        Process.Start(new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = withInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
}
