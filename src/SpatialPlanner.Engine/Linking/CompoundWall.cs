using NetTopologySuite.Geometries;

namespace SpatialPlanner.Engine.Linking;

/// <summary>A gated compound whose gates are known: people leave it through them only.</summary>
/// <param name="Wall">The compound, local metres.</param>
/// <param name="OpenGates">The gates its residents can pass, local metres; empty where all are closed.</param>
public sealed record CompoundWall(Geometry Wall, IReadOnlyList<Coordinate> OpenGates);
