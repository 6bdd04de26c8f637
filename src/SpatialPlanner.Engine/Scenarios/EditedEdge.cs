using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Scenarios;

/// <summary>An edge that an edit adds.</summary>
/// <param name="From">Junction at its first end.</param>
/// <param name="To">Junction at its last end.</param>
/// <param name="LengthMm">Length in millimetres.</param>
/// <param name="Traits">What it is like to walk.</param>
/// <param name="X">Shape, local east, metres.</param>
/// <param name="Y">Shape, local north, metres.</param>
/// <param name="Component">Connected part of the network that it belongs to.</param>
/// <param name="Part">What it is a part of, or null.</param>
internal sealed record EditedEdge(
    Junction From, Junction To, int LengthMm, EdgeTraits Traits, double[] X, double[] Y, int Component, EdgePart? Part)
{
    /// <summary>Length of a drawn shape, millimetres.</summary>
    public static int LengthOf(double[] x, double[] y)
    {
        var metres = 0.0;
        for (var i = 1; i < x.Length; i++)
        {
            var (dx, dy) = (x[i] - x[i - 1], y[i] - y[i - 1]);
            metres += Math.Sqrt((dx * dx) + (dy * dy));
        }

        return (int)Math.Clamp(Math.Round(metres * 1000), 1, WalkCosts.LongestMm);
    }

    /// <summary>Edges as columns.</summary>
    public static EdgeColumns Columns(IReadOnlyList<EditedEdge> edges)
    {
        var nodes = edges.Select(e => (From: e.From.Of(e.Traits.ResidentsOnly), To: e.To.Of(e.Traits.ResidentsOnly))).ToList();
        var firstShapePoint = new int[edges.Count + 1];
        for (var e = 0; e < edges.Count; e++)
        {
            firstShapePoint[e + 1] = firstShapePoint[e] + edges[e].X.Length;
        }

        return new EdgeColumns
        {
            LengthMm = [.. edges.Select(e => e.LengthMm)],
            DelayMs = [.. edges.Select(e => e.Traits.DelayMs)],
            ResidentsOnly = [.. edges.Select(e => e.Traits.ResidentsOnly)],
            IsSteps = [.. edges.Select(e => e.Traits.IsSteps)],
            IsCrossing = [.. edges.Select(e => e.Traits.IsCrossing)],
            Grade = [.. edges.Select(e => e.Traits.Grade)],
            Passage = [.. edges.Select(e => e.Traits.Passage)],
            FirstShapePoint = firstShapePoint,
            ShapeX = [.. edges.SelectMany(e => e.X)],
            ShapeY = [.. edges.SelectMany(e => e.Y)],
            StartFrom = [.. nodes.Select(n => n.From.Start)],
            StartTo = [.. nodes.Select(n => n.To.Start)],
            EndFrom = [.. nodes.Select(n => n.From.End)],
            EndTo = [.. nodes.Select(n => n.To.End)],
        };
    }
}
