using NetTopologySuite.Geometries;

namespace SpatialPlanner.Data.Health;

/// <summary>What is wrong with how an edge joins the network.</summary>
public enum NetworkFaultKind
{
    /// <summary>An edge without extent.</summary>
    ZeroLength,

    /// <summary>An edge that another runs along from end to end.</summary>
    Duplicate,

    /// <summary>Two edges that cross or touch on one level without a junction there.</summary>
    Crossing,

    /// <summary>A dead end that stops short of another edge.</summary>
    Undershoot,
}

/// <summary>A place on an edge.</summary>
/// <param name="Edge">Position of the row in <c>walk_edges</c>.</param>
/// <param name="OffsetM">Metres from its first point.</param>
/// <param name="Junction">Junction of <see cref="WalkEdgeShapes"/> where it is an end of the edge, else -1.</param>
internal readonly record struct FaultSpot(int Edge, double OffsetM, int Junction);

/// <summary>One fault.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="At">The edge that a repair changes first: the one left out, the dead end.</param>
/// <param name="Other">The edge that it duplicates, crosses or stops short of; null where there is none.</param>
/// <param name="GapM">
/// How far the two are apart, metres: of a dead end from the other edge, of the shapes of duplicates; 0 for a crossing.
/// </param>
/// <param name="Place">Where it is, longitude and latitude.</param>
internal sealed record NetworkFault(NetworkFaultKind Kind, FaultSpot At, FaultSpot? Other, double GapM, Coordinate Place);
