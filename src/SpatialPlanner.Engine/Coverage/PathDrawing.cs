using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>Joins parts of edges into one line and adds up their lengths and waits.</summary>
internal sealed class PathDrawing(EdgeColumns edges)
{
    private readonly List<double> x = [];
    private readonly List<double> y = [];
    private int streetMm;
    private long delayMs;

    public void Add(int edge, int fromMm, int toMm)
    {
        var lengthMm = Math.Abs(toMm - fromMm);
        streetMm += lengthMm;
        delayMs += (long)edges.DelayMs[edge] * lengthMm / edges.LengthMm[edge];
        foreach (var (px, py) in EdgeShape.Between(edges, edge, fromMm, toMm))
        {
            if (x.Count == 0 || x[^1] != px || y[^1] != py)
            {
                x.Add(px);
                y.Add(py);
            }
        }
    }

    public WalkPath Finish(int costMm, int startAccessMm, int endAccessMm) =>
        new(costMm, startAccessMm, endAccessMm, streetMm, delayMs, [.. x], [.. y]);
}
