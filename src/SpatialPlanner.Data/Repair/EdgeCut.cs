namespace SpatialPlanner.Data.Repair;

/// <summary>Where an edge is cut, and the node that its parts then meet at.</summary>
/// <param name="OffsetM">Metres from its first point, in the plane.</param>
/// <param name="Node">Node of <see cref="RepairNodes"/>.</param>
internal readonly record struct EdgeCut(double OffsetM, int Node);
