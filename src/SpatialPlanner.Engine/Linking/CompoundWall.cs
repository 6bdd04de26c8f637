using NetTopologySuite.Geometries;

namespace SpatialPlanner.Engine.Linking;

/// <summary>A gated compound whose gates are known: people leave it through the open ones only.</summary>
/// <param name="Wall">The compound, local metres.</param>
/// <param name="Gates">Its gates.</param>
public sealed record CompoundWall(Geometry Wall, IReadOnlyList<WallGate> Gates);

/// <summary>A gate in the wall of a compound.</summary>
/// <param name="Id">Id in the source.</param>
/// <param name="At">Where it is, local metres.</param>
/// <param name="IsOpen">True where the residents can pass.</param>
public sealed record WallGate(string Id, Coordinate At, bool IsOpen);
