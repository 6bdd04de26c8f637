namespace SpatialPlanner.Engine.Linking;

/// <summary>
/// Where points stand on the network: for each point one or more positions on edges, each with the leg to it that is
/// walked off the network. A point without a position is not linked; the snap ledger says why.
/// </summary>
public sealed class Linkage
{
    internal Linkage(int[] firstLink, int[] edge, int[] offsetMm, int[] accessMm)
    {
        FirstLink = firstLink;
        Edge = edge;
        OffsetMm = offsetMm;
        AccessMm = accessMm;
    }

    /// <summary>First link of each point, and one entry more: the number of links.</summary>
    public int[] FirstLink { get; }

    /// <summary>Edge of each link.</summary>
    public int[] Edge { get; }

    /// <summary>Position of each link along its edge, millimetres from the edge's first end.</summary>
    public int[] OffsetMm { get; }

    /// <summary>Leg of each link that is walked off the network, millimetres.</summary>
    public int[] AccessMm { get; }

    /// <summary>Number of points.</summary>
    public int PointCount => FirstLink.Length - 1;

    /// <summary>True where the point has at least one position.</summary>
    /// <param name="point">Point.</param>
    public bool IsLinked(int point) => FirstLink[point] < FirstLink[point + 1];
}
