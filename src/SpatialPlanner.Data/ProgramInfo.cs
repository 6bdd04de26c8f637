using System.Reflection;

namespace SpatialPlanner.Data;

/// <summary>What the program says about itself in the files it writes.</summary>
public static class ProgramInfo
{
    /// <summary>Version of the program, e.g. <c>0.1.0</c>.</summary>
    public static readonly string Version =
        typeof(ProgramInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
