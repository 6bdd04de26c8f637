namespace SpatialPlanner.Cli.Common;

/// <summary>Exit codes of every verb.</summary>
public static class ExitCode
{
    public const int Done = 0;
    public const int Problems = 1;
    public const int WrongUsage = 2;
    public const int Cancelled = 130;
}
