namespace SpatialPlanner.Engine.Linking;

/// <summary>A position on an edge, and the leg to it.</summary>
/// <param name="Edge">Edge.</param>
/// <param name="OffsetMm">Millimetres from the edge's first end.</param>
/// <param name="AccessMm">Millimetres walked off the network.</param>
public readonly record struct LinkPosition(int Edge, int OffsetMm, int AccessMm);
