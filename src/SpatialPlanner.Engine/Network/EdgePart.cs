namespace SpatialPlanner.Engine.Network;

/// <summary>An edge that is a part of another: what a new path's end makes of the edge that it joins.</summary>
/// <param name="Edge">The part, an edge itself.</param>
/// <param name="Of">The edge that it is a part of.</param>
/// <param name="FromMm">Where the part begins on that edge, millimetres from its first end.</param>
/// <param name="ToMm">Where it ends.</param>
public readonly record struct EdgePart(int Edge, int Of, int FromMm, int ToMm)
{
    /// <summary>The part's share of the whole's cost, so that the parts add up to the whole.</summary>
    /// <param name="costMm">Cost of the whole, paced millimetres.</param>
    /// <param name="lengthMm">Length of the whole.</param>
    public int ShareMm(int costMm, int lengthMm) =>
        (int)(((long)costMm * ToMm / lengthMm) - ((long)costMm * FromMm / lengthMm));
}
