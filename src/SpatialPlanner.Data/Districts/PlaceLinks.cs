using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Data.Districts;

/// <summary>Links buildings and facilities by their entrances, gates and places.</summary>
internal sealed class PlaceLinks
{
    private static readonly RowReader Read = new(WorkspaceLayers.Entrances);
    private static readonly Func<LayerRow, string?> OfId = Read.Text("of_id");
    private static readonly Func<LayerRow, string?> Access = Read.Text("access");
    private static readonly RowReader ReadCompound = new(WorkspaceLayers.Compounds);
    private static readonly Func<LayerRow, bool> IsGated = ReadCompound.Flag("gated");

    private readonly ILookup<string, (string Id, Coordinate At, bool IsOpen)> entrances;

    public PlaceLinks(
        WalkNetwork network, IReadOnlyList<LayerRow> entranceRows, IReadOnlyList<LayerRow> compounds,
        LocalProjection projection)
    {
        entrances = entranceRows
            .Where(r => OfId(r) is not null && r.Geometry is Point { IsEmpty: false })
            .ToLookup(
                r => OfId(r)!,
                r => ((string)r.Values[0]!, Local(projection, r.Geometry!.Coordinate), Access(r) != "closed"));
        var walls = Walls(compounds, projection);
        var linker = new PlaceLinker(network, new EdgeIndex(network), walls, District.LinkLimitMetres);
        Network = ClosedGates.Cut(network, linker);
        Linker = Network == network
            ? linker : new PlaceLinker(Network, new EdgeIndex(Network), walls, District.LinkLimitMetres);
    }

    /// <summary>The network, parted where a path leads through a closed gate.</summary>
    public WalkNetwork Network { get; }

    /// <summary>Links further places.</summary>
    public PlaceLinker Linker { get; }

    /// <summary>The open entrances of places, by their ids.</summary>
    public PlaceEntrances Entrances(string[] ids)
    {
        var open = new Dictionary<int, Coordinate[]>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (entrances[ids[i]].Where(e => e.IsOpen).Select(e => e.At).ToArray() is { Length: > 0 } points)
            {
                open[i] = points;
            }
        }

        return new PlaceEntrances(open);
    }

    /// <summary>Links places: at their open entrances where these are known, else where they stand.</summary>
    public (Linkage Links, LinkOutcome[] Outcomes) Link(PlaceEntrances ofPlaces, double[] x, double[] y)
    {
        var builder = new LinkageBuilder();
        var outcomes = new LinkOutcome[x.Length];
        for (var i = 0; i < outcomes.Length; i++)
        {
            outcomes[i] = Linker.Link(ofPlaces, i, x[i], y[i], builder);
            builder.EndPoint();
        }

        return (builder.Build(), outcomes);
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
                    projection.ToLocal(shape), [.. gates.Select(g => new WallGate(g.Id, g.At, g.IsOpen))]));
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
