using SpatialPlanner.Engine.Coverage;

namespace SpatialPlanner.Data.Results;

/// <summary>
/// The parts of a walk in metres and seconds. Seconds are rounded to the millisecond so that the parts add up to the
/// rounded whole: each is the step between two rounded sums.
/// </summary>
/// <param name="OffNetwork">The legs to the street at both ends.</param>
/// <param name="Street">Streets and paths.</param>
/// <param name="Crossing">Crossings of roadways, without the waits there.</param>
/// <param name="Steps">Steps.</param>
/// <param name="WaitS">Seconds of waiting.</param>
public sealed record PartsOfWalk(
    PartsOfWalk.Part OffNetwork, PartsOfWalk.Part Street, PartsOfWalk.Part Crossing, PartsOfWalk.Part Steps, double WaitS)
{
    /// <summary>The ways of one kind.</summary>
    /// <param name="Metres">Length.</param>
    /// <param name="Seconds">Time.</param>
    public sealed record Part(double Metres, double Seconds);

    /// <summary>No walk.</summary>
    public static readonly PartsOfWalk None = Of(default, 1);

    /// <summary>The parts as a reader takes them.</summary>
    /// <param name="parts">The parts in millimetres.</param>
    /// <param name="speedMmPerS">The walker's speed on the level.</param>
    public static PartsOfWalk Of(WalkParts parts, int speedMmPerS)
    {
        var (pacedMm, toldMs) = (0L, 0L);
        double Told(int paced)
        {
            pacedMm += paced;
            var ms = (long)Math.Round(pacedMm * 1000.0 / speedMmPerS);
            var seconds = (ms - toldMs) / 1000.0;
            toldMs = ms;
            return seconds;
        }

        Part Both(WalkParts.Part part) => new(part.LengthMm / 1000.0, Told(part.PacedMm));
        return new(Both(parts.OffNetwork), Both(parts.Street), Both(parts.Crossing), Both(parts.Steps), Told(parts.WaitMm));
    }
}
