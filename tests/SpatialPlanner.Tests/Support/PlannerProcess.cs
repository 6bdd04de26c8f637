using System.Diagnostics;
using System.Globalization;
using System.Text;
using SpatialPlanner.Cli;

namespace SpatialPlanner.Tests.Support;

/// <summary>The command line as a process of its own, which can be stopped, killed, and run as another user.</summary>
internal static class PlannerProcess
{
    private static string Assembly => typeof(Planner).Assembly.Location;

    public static Process Start(params string[] arguments) => Command.Start("dotnet", [Assembly, .. arguments]);

    /// <summary>Exit code and what was said to the user, in English.</summary>
    public static async Task<(int Code, string Error)> Run(params string[] arguments)
    {
        using var process = Start([.. arguments, "--lang", "en"]);
        return await End(process);
    }

    /// <summary>The same by a user whom the permissions of files hold: root's are ignored.</summary>
    public static async Task<(int Code, string Error)> RunAsNobody(params string[] arguments)
    {
        string[] nobody = Environment.UserName == "root" ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : [];
        string[] all = [.. nobody, "dotnet", Assembly, .. arguments, "--lang", "en"];
        using var process = Command.Start(all[0], all[1..]);
        return await End(process);
    }

    /// <summary>What a process says until it ends.</summary>
    public static async Task<(int Code, string Error)> End(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await output;
        await process.WaitForExitAsync();
        return (process.ExitCode, error);
    }

    /// <summary>Halts a process where it is, as a slow machine would.</summary>
    public static void Halt(Process process) => Signal("-STOP", process);

    public static void GoOn(Process process) => Signal("-CONT", process);

    /// <summary>Waits for something that a process is about to do; false where it ended first.</summary>
    public static bool Until(Process process, Func<bool> happened)
    {
        while (!process.HasExited)
        {
            if (happened())
            {
                return true;
            }

            Thread.Sleep(1);
        }

        return false;
    }

    /// <summary>A table of facilities, a large one takes some seconds to store.</summary>
    public static string Facilities(TempFolder folder, int rows, string first = "f")
    {
        var text = new StringBuilder("id,name,services,lon,lat\n");
        for (var i = 0; i < rows; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{first}{i},店{i},meals,{108 + (i * 1e-5)},34\n");
        }

        return folder.Write($"{first}.csv", text.ToString());
    }

    private static void Signal(string signal, Process process) =>
        Assert.Equal(0, Command.Run("kill", signal, process.Id.ToString(CultureInfo.InvariantCulture)).Code);
}
