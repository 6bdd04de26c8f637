using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>A district with the changes of a scenario, and what differs from the one it was made of.</summary>
/// <param name="Base">The district without the changes.</param>
/// <param name="District">
/// The district with them. Buildings, areas, facilities, nodes and edges of the base keep their numbers; what is added
/// comes after them.
/// </param>
/// <param name="Edges">Edges of the base that were closed or whose ends moved, rising.</param>
/// <param name="Nodes">Nodes of the base whose arcs changed, rising.</param>
/// <param name="Buildings">Buildings whose links changed, rising.</param>
/// <param name="Facilities">Facilities that changed: added, other links, services or state; rising.</param>
public sealed record ChangedDistrict(
    District Base, District District, IReadOnlyList<int> Edges, IReadOnlyList<int> Nodes, IReadOnlyList<int> Buildings,
    IReadOnlyList<int> Facilities);
