using SpatialPlanner.Engine.Districts;

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
    /// <param name="Capacity">Its places, all services together, or <see cref="FacilityColumns.UnknownCapacity"/>.</param>
    public sealed record AddFacility(
        double X, double Y, ulong Services, int Capacity = FacilityColumns.UnknownCapacity) : Modification;

    /// <summary>A facility that closes.</summary>
    /// <param name="Facility">The facility.</param>
    public sealed record CloseFacility(int Facility) : Modification;

    /// <summary>A facility that moves; its entrances are those of its old place and count no more.</summary>
    /// <param name="Facility">The facility.</param>
    /// <param name="X">New local east, metres.</param>
    /// <param name="Y">New local north, metres.</param>
    public sealed record MoveFacility(int Facility, double X, double Y) : Modification;

    /// <summary>A facility that gives other services.</summary>
    /// <param name="Facility">The facility.</param>
    /// <param name="Services">Its services from now on, a bit each.</param>
    public sealed record SetServices(int Facility, ulong Services) : Modification;

    /// <summary>
    /// A gate that opens: to those whose compound has no mapped paths, and to the paths inside where some come near it.
    /// </summary>
    /// <param name="Gate">The gate, its place in the linker's gates.</param>
    public sealed record OpenGate(int Gate) : Modification;

    /// <summary>A gate that closes.</summary>
    /// <param name="Gate">The gate, its place in the linker's gates.</param>
    public sealed record CloseGate(int Gate) : Modification;

    /// <summary>A new path. It joins the network at its two ends, where an edge is near, and nowhere between.</summary>
    /// <param name="X">Local east of its points, metres, at least two.</param>
    /// <param name="Y">Local north of its points, metres.</param>
    /// <param name="ResidentsOnly">Only for the first or last part of a walk.</param>
    public sealed record AddPath(double[] X, double[] Y, bool ResidentsOnly = false) : Modification;

    /// <summary>An edge that nobody can walk any more.</summary>
    /// <param name="Edge">The edge.</param>
    public sealed record ClosePath(int Edge) : Modification;
}
