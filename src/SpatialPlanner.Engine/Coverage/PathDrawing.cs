using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Coverage;

/// <summary>Joins stretches of edges into one line and adds up their lengths.</summary>
internal sealed class PathDrawing(EdgeColumns edges)
{
    private readonly List<double> x = [];
    private readonly List<double> y = [];
    private readonly List<EdgeStretch> stretches = [];
    private int streetMm;

    public void Add(int edge, int fromMm, int toMm)
    {
        var stretch = new EdgeStretch(edge, fromMm, toMm);
        stretches.Add(stretch);
        streetMm += stretch.LengthMm;
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
        new(costMm, startAccessMm, endAccessMm, streetMm, stretches, [.. x], [.. y]);
}
