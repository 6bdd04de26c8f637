namespace SpatialPlanner.Server.Api;

/// <summary>Numbers as answers write them: the engine's millimetres and milliseconds, no more.</summary>
internal static class Rounded
{
    public static double Milli(double value) => Math.Round(value, 3);

    public static double? Milli(double? value) => value is { } v ? Math.Round(v, 3) : null;
}
