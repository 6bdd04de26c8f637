using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Results;

/// <summary>Walk distances between two sets of points, within a limit: the rows of <c>planner distances</c>.</summary>
/// <param name="Table">Columns from_id, to_id, metres, seconds; by origin, then destination, in the order given.</param>
/// <param name="UnlinkedFrom">Ids of origins that are too far from the network.</param>
/// <param name="UnlinkedTo">Ids of destinations that are too far from the network.</param>
public sealed record DistanceTable(
    PublishedLayer Table, IReadOnlyList<string> UnlinkedFrom, IReadOnlyList<string> UnlinkedTo)
{
    /// <summary>Finds the distances: the shortest walk by length, and its time at a speed without waits.</summary>
    /// <param name="network">The network.</param>
    /// <param name="from">Origins: rows whose first value is the id, with a point.</param>
    /// <param name="to">Destinations, likewise.</param>
    /// <param name="limitM">Largest distance in metres; it counts.</param>
    /// <param name="speedMmPerS">Walking speed, millimetres a second.</param>
    /// <param name="progress">Told of the origins done.</param>
    /// <param name="cancel">Cancels.</param>
    public static DistanceTable Find(
        LinkedNetwork network, IReadOnlyList<LayerRow> from, IReadOnlyList<LayerRow> to, double limitM,
        int speedMmPerS, IProgress<Progress>? progress, CancellationToken cancel)
    {
        var fromLinks = network.Link(from.Select(r => r.Geometry!.Coordinate));
        var toLinks = network.Link(to.Select(r => r.Geometry!.Coordinate));
        var limitMm = CoverageLimit.OfMetres(limitM).CostMm(speedMmPerS);
        var matrix = OriginDestinationMatrix.Find(
            network.Network, WalkCosts.Distance(network.Network), fromLinks, toLinks, limitMm,
            Environment.ProcessorCount, new OriginsDone(progress, from.Count), cancel);
        var rows = new List<LayerRow>(matrix.Column.Length);
        for (var i = 0; i < from.Count; i++)
        {
            for (var k = matrix.First[i]; k < matrix.First[i + 1]; k++)
            {
                var (destination, mm) = (to[matrix.Column[k]], matrix.CostMm[k]);
                rows.Add(new LayerRow(
                    null, [Id(from[i]), Id(destination), mm / 1000.0, Math.Round(mm / (double)speedMmPerS, 3)]));
            }
        }

        return new DistanceTable(
            new PublishedLayer("distances", new("步行距离", "Walk distances"), LayerGeometry.None,
                [
                    new("from_id", ColumnType.Text), new("to_id", ColumnType.Text), new("metres", ColumnType.Real),
                    new("seconds", ColumnType.Real),
                ],
                rows, true),
            [.. from.Where((_, i) => !fromLinks.IsLinked(i)).Select(Id)],
            [.. to.Where((_, j) => !toLinks.IsLinked(j)).Select(Id)]);
    }

    private static string Id(LayerRow row) => (string)row.Values[0]!;

    private sealed class OriginsDone(IProgress<Progress>? progress, int count) : IProgress<int>
    {
        public void Report(int value) => progress?.Report(new Progress("searching from origins", value, count));
    }
}
