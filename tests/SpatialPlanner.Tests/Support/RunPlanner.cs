using SpatialPlanner.Cli;

namespace SpatialPlanner.Tests.Support;

/// <summary>Runs the command line inside the test process.</summary>
internal static class RunPlanner
{
    /// <summary>Exit code, standard output and standard error of a command.</summary>
    public static async Task<(int Code, string Out, string Error)> With(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Planner.RunAsync(args.Contains("--lang") ? args : [.. args, "--lang", "en"], output, error);
        return (code, output.ToString(), error.ToString());
    }
}
