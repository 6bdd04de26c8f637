using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Data.Districts;

/// <summary>Links buildings and facilities by their entrances, gates and places.</summary>
internal sealed class PlaceLinks
{
    private static readonly RowReader Read = new(WorkspaceLayers.Entrances);
    private static readonly Func<LayerRow, string?> OfId = Read.Text("of_id");
    private static readonly Func<LayerRow, string?> Access = Read.Text("access");
    private static readonly RowReader ReadCompound = new(WorkspaceLayers.Compounds);
    private static readonly Func<LayerRow, bool> IsGated = ReadCompound.Flag("gated");

    private readonly ILookup<string, (Coordinate At, bool IsOpen)> entrances;

    public PlaceLinks(
        WalkNetwork network, IReadOnlyList<LayerRow> entranceRows, IReadOnlyList<LayerRow> compounds,
        LocalProjection projection)
    {
        entrances = entranceRows
            .Where(r => OfId(r) is not null && r.Geometry is Point { IsEmpty: false })
            .ToLookup(r => OfId(r)!, r => (Local(projection, r.Geometry!.Coordinate), Access(r) != "closed"));
        Linker = new PlaceLinker(network, new EdgeIndex(network), Walls(compounds, projection), District.LinkLimitMetres);
    }

    /// <summary>Links further places.</summary>
    public PlaceLinker Linker { get; }

    /// <summary>Links places: at their open entrances where these are known, else where they stand.</summary>
    public (Linkage Links, LinkOutcome[] Outcomes) Link(string[] ids, double[] x, double[] y)
    {
        var builder = new LinkageBuilder();
        var outcomes = new LinkOutcome[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            outcomes[i] = LinkAtEntrances(ids[i], builder) ? LinkOutcome.AtEntrances : Linker.Link(x[i], y[i], builder);
            builder.EndPoint();
        }

        return (builder.Build(), outcomes);
    }

    private bool LinkAtEntrances(string id, LinkageBuilder builder)
    {
        var linked = false;
        foreach (var (at, isOpen) in entrances[id])
        {
            linked |= isOpen && Linker.Link(at.X, at.Y, builder) is not (LinkOutcome.TooFar or LinkOutcome.NoOpenGate);
        }

        return linked;
    }

    private List<CompoundWall> Walls(IReadOnlyList<LayerRow> compounds, LocalProjection projection)
    {
        var walls = new List<CompoundWall>();
        foreach (var row in compounds)
        {
            if (IsGated(row) && row.Geometry is { IsEmpty: false } shape && entrances[(string)row.Values[0]!] is var gates
                && gates.Any())
            {
                walls.Add(new CompoundWall(
                    projection.ToLocal(shape), [.. gates.Where(g => g.IsOpen).Select(g => g.At)]));
            }
        }

        return walls;
    }

    private static Coordinate Local(LocalProjection projection, Coordinate lonLat)
    {
        var (x, y) = projection.ToLocal(lonLat.X, lonLat.Y);
        return new Coordinate(x, y);
    }
}
