namespace SpatialPlanner.Engine.Siting;

/// <summary>A part of the search space that may hold a better set.</summary>
/// <param name="Relaxation">The relaxation of the problem it is a part of.</param>
/// <param name="State">What is settled there.</param>
/// <param name="Prices">Prices to begin with.</param>
/// <param name="Bound">Nothing in it gains more.</param>
internal sealed record TreeNode(Relaxation Relaxation, ColumnState[] State, Prices Prices, double Bound);
