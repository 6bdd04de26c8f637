using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Districts;

/// <summary>
/// A district ready for questions, beside the rows it was made from, so that answers can be drawn as features again.
/// Immutable; safe to share between threads.
/// </summary>
public sealed partial class LoadedDistrict
{
    private readonly Lazy<Footprints> footprints;

    internal LoadedDistrict(
        District district, RulePack pack, LocalProjection projection,
        IReadOnlyDictionary<LayerSchema, IReadOnlyList<LayerRow>> rows, int[] rowOfEdge,
        IReadOnlyList<(AreaLevel Level, Area Area)> areas, CommunityKind communityKind, LocalText communityNote,
        LinkLedger ledger)
    {
        District = district;
        Pack = pack;
        Projection = projection;
        Rows = rows;
        RowOfEdge = rowOfEdge;
        Areas = areas;
        CommunityKind = communityKind;
        CommunityNote = communityNote;
        Ledger = ledger;
        footprints = new(() => new Footprints(rows[WorkspaceLayers.Buildings]));
        _faults = FaultsLater();
        buildingPoints = new(() => PointsOf(district.Buildings, projection));
    }

    private readonly Lazy<(double[] Lon, double[] Lat)> buildingPoints;

    /// <summary>The snapshot.</summary>
    public District District { get; }

    /// <summary>The rules the services come from.</summary>
    public RulePack Pack { get; }

    /// <summary>The district's metric plane.</summary>
    public LocalProjection Projection { get; }

    /// <summary>
    /// Rows of every source layer in key order; buildings, facilities and edges of the snapshot have the place of
    /// their row (edges through <see cref="RowOfEdge"/>).
    /// </summary>
    public IReadOnlyDictionary<LayerSchema, IReadOnlyList<LayerRow>> Rows { get; }

    /// <summary>Row of <c>walk_edges</c> that each edge of the network came from.</summary>
    public int[] RowOfEdge { get; }

    /// <summary>The areas of the snapshot with their shapes.</summary>
    public IReadOnlyList<(AreaLevel Level, Area Area)> Areas { get; }

    /// <summary>What the figures by community are figures of.</summary>
    public CommunityKind CommunityKind { get; }

    /// <summary>The same, in words.</summary>
    public LocalText CommunityNote { get; }

    /// <summary>The outlines of the buildings; indexed when first asked for.</summary>
    public Footprints Footprints => footprints.Value;

    /// <summary>How each place came to the network.</summary>
    public LinkLedger Ledger { get; }

    /// <summary>The point that stands for each building, longitude and latitude; worked out at the first question.</summary>
    public (double[] Lon, double[] Lat) BuildingPoints => buildingPoints.Value;

    /// <summary>The source layers as features.</summary>
    public IReadOnlyList<PublishedLayer> SourceLayers =>
        [.. WorkspaceLayers.OfDistrict.Select(l => new PublishedLayer(l.Name, l.Title, l.Geometry, l.Columns, Rows[l], false))];

    /// <summary>Finds the walks of every building to a service.</summary>
    /// <param name="service">Service, as its place in the rule pack.</param>
    /// <param name="profile">The walker.</param>
    /// <param name="search">Scratch of the network, or null for a new one.</param>
    public ServiceWalks Walks(int service, WalkerProfile profile, ShortestPathSearch? search = null) =>
        ServiceWalks.Find(
            District, District.FacilityLinks, District.Facilities.OpenWith(service), profile.Pace,
            search ?? new ShortestPathSearch(District.Network));

    /// <summary>Finds the walks of another walker that a limit judges.</summary>
    /// <param name="service">Service, as its place in the rule pack.</param>
    /// <param name="known">Walks of a walker to the service.</param>
    /// <param name="profile">The other walker.</param>
    /// <param name="limit">The limit.</param>
    /// <param name="search">Scratch of the network, or null for a new one.</param>
    public NearestFacility Judged(
        int service, ServiceWalks known, WalkerProfile profile, CoverageLimit limit, ShortestPathSearch? search = null) =>
        known.Judged(
            District, District.FacilityLinks, District.Facilities.OpenWith(service), profile.Pace, limit,
            search ?? new ShortestPathSearch(District.Network));

    /// <summary>A rule's limit as the engine takes it.</summary>
    /// <param name="limit">Limit of the rule pack or of the question.</param>
    public static CoverageLimit EngineLimit(WalkLimit limit) =>
        limit.Metres is { } metres ? CoverageLimit.OfMetres(metres) : CoverageLimit.OfMinutes(limit.Minutes!.Value);

    private static (double[] Lon, double[] Lat) PointsOf(BuildingColumns buildings, LocalProjection projection)
    {
        var points = (Lon: new double[buildings.Count], Lat: new double[buildings.Count]);
        for (var b = 0; b < buildings.Count; b++)
        {
            (points.Lon[b], points.Lat[b]) = projection.ToLonLat(buildings.X[b], buildings.Y[b]);
        }

        return points;
    }
}
