using NetTopologySuite.Geometries;

namespace SpatialPlanner.Planning.Patches;

/// <summary>
/// A patch: neighbouring homes of one community that are outside the limit of a service. Or the remainder of a community: what
/// is too small to be a patch, so that both together are the gap table's figures.
/// </summary>
/// <param name="Service">Service code.</param>
/// <param name="Community">The community, as its place in the district's areas.</param>
/// <param name="Rank">1 for the most people of the service's group; null for a remainder.</param>
/// <param name="Pieces">Groups of neighbouring buildings: 1 for a patch, those of the remainder.</param>
/// <param name="Buildings">The buildings, rising.</param>
/// <param name="People">People of the service's group.</param>
/// <param name="AllPeople">All residents.</param>
/// <param name="UnreachedPeople">People of the group without any walk to the service.</param>
/// <param name="UnreachedBuildings">Buildings without any walk to it.</param>
/// <param name="WorstMetres">The longest walk in metres; null where a building has none.</param>
/// <param name="WorstSeconds">The longest walk in seconds; null where a building has none.</param>
/// <param name="Missing">Codes of the services of which at least half of their own people in the patch are outside.</param>
/// <param name="Outline">Polygon in local metres; null for a remainder.</param>
public sealed record GapPatch(
    string Service, int Community, int? Rank, int Pieces, int[] Buildings, long People, long AllPeople,
    long UnreachedPeople, int UnreachedBuildings, double? WorstMetres, double? WorstSeconds,
    IReadOnlyList<string> Missing, Geometry? Outline);
