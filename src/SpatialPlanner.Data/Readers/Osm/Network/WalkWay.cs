namespace SpatialPlanner.Data.Readers.Osm.Network;

/// <summary>A walkable way or, where nodes of it are missing, a piece between gaps.</summary>
/// <param name="Way">Position of the way.</param>
/// <param name="Nodes">Positions of the nodes; no two neighbours are the same.</param>
/// <param name="Access">Who may walk it.</param>
internal sealed record WalkWay(int Way, int[] Nodes, WalkAccess Access);
