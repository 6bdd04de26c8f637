using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>What a search knows of nodes: the cost and the source of each.</summary>
internal interface INodeLabels
{
    /// <summary>Cost to a node, or <see cref="WalkCosts.Unreached"/>.</summary>
    int CostMm(int node);

    /// <summary>Source that a reached node came from.</summary>
    int Source(int node);
}
