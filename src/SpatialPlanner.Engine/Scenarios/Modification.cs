namespace SpatialPlanner.Engine.Scenarios;

/// <summary>One change to a district, as a planner thinks it.</summary>
public abstract record Modification
{
    private Modification()
    {
    }

    /// <summary>A new open facility.</summary>
    /// <param name="X">Local east, metres.</param>
    /// <param name="Y">Local north, metres.</param>
    /// <param name="Services">Its services, a bit each.</param>
    public sealed record AddFacility(double X, double Y, ulong Services) : Modification;

    /// <summary>A facility that closes.</summary>
    /// <param name="Facility">The facility.</param>
    public sealed record CloseFacility(int Facility) : Modification;

    /// <summary>A facility that moves.</summary>
    /// <param name="Facility">The facility.</param>
    /// <param name="X">New local east, metres.</param>
    /// <param name="Y">New local north, metres.</param>
    public sealed record MoveFacility(int Facility, double X, double Y) : Modification;
}
