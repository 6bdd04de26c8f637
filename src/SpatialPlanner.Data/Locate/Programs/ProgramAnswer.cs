using SpatialPlanner.Engine.Siting;

namespace SpatialPlanner.Data.Locate.Programs;

/// <summary>What a program says about a linear program; nothing of it is believed but the bound.</summary>
/// <param name="Status">How it ended, in its own words translated.</param>
/// <param name="Values">Value of each column; null where it found none.</param>
/// <param name="Bound">No solution is better than this; infinite where it says nothing.</param>
/// <param name="Said">The last it said, for messages.</param>
public sealed record ProgramAnswer(SitingStatus Status, double[]? Values, double Bound, string Said)
{
    /// <summary>Seconds that the program ran, with its reading of the model; without our writing of it.</summary>
    public double Seconds { get; init; }
}
