namespace SpatialPlanner.Tests.Support;

/// <summary>A test that runs a program of the system and is skipped, saying so, where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ProgramFactAttribute : FactAttribute
{
    public ProgramFactAttribute(string program, string package)
    {
        if (!Command.Exists(program))
        {
            Skip = $"needs {program} (package {package})";
        }
    }
}
