using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Data.Results.Fixes;

/// <summary>What a planner could do for one building.</summary>
public enum FixKind
{
    /// <summary>An idle space becomes a facility of the service.</summary>
    IdleSpace,

    /// <summary>A closed gate opens.</summary>
    OpenGate,

    /// <summary>A short new path joins two streets.</summary>
    NewLink,
}

/// <summary>
/// A change that brings a building within the limit of a service. It was tried: the walk is the one after the change.
/// </summary>
/// <param name="Kind">What kind of change.</param>
/// <param name="Change">The change itself.</param>
/// <param name="Id">Id of the idle space or the gate; null for a new path.</param>
/// <param name="Name">Name of the idle space, or of the gate's compound; may be null.</param>
/// <param name="At">Where it is, or where the path begins, longitude/latitude.</param>
/// <param name="To">Where the path ends; null for other kinds.</param>
/// <param name="GapM">Length of the path in metres; null for other kinds.</param>
/// <param name="CostCny">What the idle space would cost, yuan; null where it is not known.</param>
/// <param name="Metres">Metres of the building's walk after the change.</param>
/// <param name="Seconds">Seconds of it.</param>
public sealed record Fix(
    FixKind Kind, Modification Change, string? Id, string? Name, Coordinate At, Coordinate? To, double? GapM,
    double? CostCny, double Metres, double Seconds);
