namespace SpatialPlanner.Engine.Network;

/// <summary>The edges of a walk network, one entry each unless said otherwise.</summary>
public sealed class EdgeColumns
{
    /// <summary>Number of edges.</summary>
    public int Count => LengthMm.Length;

    /// <summary>Length along the geometry, in millimetres, at least 1.</summary>
    public required int[] LengthMm { get; init; }

    /// <summary>Waiting on the edge (crossing, lift), in milliseconds, for either direction.</summary>
    public required int[] DelayMs { get; init; }

    /// <summary>True where only the first or last part of a walk may use the edge.</summary>
    public required bool[] ResidentsOnly { get; init; }

    /// <summary>True where the edge is steps.</summary>
    public required bool[] IsSteps { get; init; }

    /// <summary>True where a roadway is crossed on the edge.</summary>
    public required bool[] IsCrossing { get; init; }

    /// <summary>Rise over run from the first end to the last.</summary>
    public required float[] Grade { get; init; }

    /// <summary>In which directions each edge may be walked.</summary>
    public required EdgePassage[] Passage { get; init; }

    /// <summary>First shape point of each edge, and one entry more: the number of shape points.</summary>
    public required int[] FirstShapePoint { get; init; }

    /// <summary>Shape points from the first to the last node, both included: local east, metres.</summary>
    public required double[] ShapeX { get; init; }

    /// <summary>Shape points from the first to the last node, both included: local north, metres.</summary>
    public required double[] ShapeY { get; init; }

    /// <summary>Node from which a walk that <em>starts</em> on the edge leaves by its first end.</summary>
    public required int[] StartFrom { get; init; }

    /// <summary>Node from which a walk that <em>starts</em> on the edge leaves by its last end.</summary>
    public required int[] StartTo { get; init; }

    /// <summary>
    /// Node by which a walk that <em>ends</em> on the edge comes in at its first end. Differs from
    /// <see cref="StartFrom"/> only on residents' edges; a walk that never left those arrives at that one instead.
    /// </summary>
    public required int[] EndFrom { get; init; }

    /// <summary>Node by which a walk that <em>ends</em> on the edge comes in at its last end.</summary>
    public required int[] EndTo { get; init; }

    /// <summary>These edges with others after them; the node columns and passages are copies of their own.</summary>
    /// <param name="others">The others.</param>
    internal EdgeColumns Append(EdgeColumns others) => new()
    {
        LengthMm = [.. LengthMm, .. others.LengthMm],
        DelayMs = [.. DelayMs, .. others.DelayMs],
        ResidentsOnly = [.. ResidentsOnly, .. others.ResidentsOnly],
        IsSteps = [.. IsSteps, .. others.IsSteps],
        IsCrossing = [.. IsCrossing, .. others.IsCrossing],
        Grade = [.. Grade, .. others.Grade],
        Passage = [.. Passage, .. others.Passage],
        FirstShapePoint = [.. FirstShapePoint, .. others.FirstShapePoint.Skip(1).Select(s => s + ShapeX.Length)],
        ShapeX = [.. ShapeX, .. others.ShapeX],
        ShapeY = [.. ShapeY, .. others.ShapeY],
        StartFrom = [.. StartFrom, .. others.StartFrom],
        StartTo = [.. StartTo, .. others.StartTo],
        EndFrom = [.. EndFrom, .. others.EndFrom],
        EndTo = [.. EndTo, .. others.EndTo],
    };

    /// <summary>These edges; the node columns and passages are copies of their own.</summary>
    internal EdgeColumns Copy() => new()
    {
        LengthMm = LengthMm,
        DelayMs = DelayMs,
        ResidentsOnly = ResidentsOnly,
        IsSteps = IsSteps,
        IsCrossing = IsCrossing,
        Grade = Grade,
        Passage = [.. Passage],
        FirstShapePoint = FirstShapePoint,
        ShapeX = ShapeX,
        ShapeY = ShapeY,
        StartFrom = [.. StartFrom],
        StartTo = [.. StartTo],
        EndFrom = [.. EndFrom],
        EndTo = [.. EndTo],
    };
}
