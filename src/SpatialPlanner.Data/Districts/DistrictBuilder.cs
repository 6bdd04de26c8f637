using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Districts;

/// <summary>Freezes the rows of a workspace into a <see cref="District"/>.</summary>
internal sealed class DistrictBuilder(
    IReadOnlyDictionary<LayerSchema, IReadOnlyList<LayerRow>> rows, RulePack pack, WorkspaceInfo info, string fingerprint)
{
    private static readonly RowReader ReadBuilding = new(WorkspaceLayers.Buildings);
    private static readonly Func<LayerRow, int> Population = ReadBuilding.Count("population");
    private static readonly Func<LayerRow, string?> Use = ReadBuilding.Text("use");
    private static readonly RowReader ReadFacility = new(WorkspaceLayers.Facilities);
    private readonly LocalProjection projection = LocalProjection.Around(Extent(rows));

    /// <summary>The district, with what the outside needs to draw it.</summary>
    public LoadedDistrict Build(IReadOnlyList<ImportRecord> imports, List<LocalText> warnings)
    {
        var (drawn, rowOfEdge) = new NetworkFromRows(projection, pack).Make(rows[WorkspaceLayers.WalkEdges]);
        var links = new PlaceLinks(
            drawn, rows[WorkspaceLayers.Entrances], rows[WorkspaceLayers.Compounds], projection);
        var buildingRows = rows[WorkspaceLayers.Buildings];
        Coordinate[] places = [.. buildingRows.Select(r => Places.Of(r.Geometry!))];
        var (x, y) = Local(places);
        var hierarchy = AreaHierarchy.Make(
            rows[WorkspaceLayers.Boundaries], rows[WorkspaceLayers.Compounds], Homes(buildingRows, places), places,
            projection);
        var areas = AreasOfBuildings.Make(
            hierarchy, info.Name.Zh, info.Name.En, places, [.. buildingRows.Select(ReadBuilding.Text("community_code"))],
            [.. buildingRows.Select(ReadBuilding.Text("compound_id"))]);
        var buildings = Buildings(buildingRows, x, y, areas.Area);
        var facilities = Facilities(rows[WorkspaceLayers.Facilities]);
        var (buildingEntrances, facilityEntrances) = (links.Entrances(buildings.Id), links.Entrances(facilities.Id));
        var (buildingLinks, buildingOutcomes) = links.Link(buildingEntrances, x, y);
        var (facilityLinks, facilityOutcomes) = links.Link(facilityEntrances, facilities.X, facilities.Y);
        var district = new District
        {
            Network = links.Network,
            PlaceLinker = links.Linker,
            Areas = Areas(areas.Areas),
            Buildings = buildings,
            BuildingEntrances = buildingEntrances,
            BuildingLinks = buildingLinks,
            Facilities = facilities,
            FacilityEntrances = facilityEntrances,
            FacilityLinks = facilityLinks,
            Fingerprint = fingerprint,
        };
        var hours = GateHours.Of(rows[WorkspaceLayers.Entrances]);
        warnings.AddRange(hours.Warnings);
        return new LoadedDistrict(
            district, pack, projection, rows,
            NetworkFromRows.RowOfEdge(rowOfEdge, links.Network), areas.Areas, hierarchy.Kinds, hierarchy.Note,
            new LinkLedger(buildingOutcomes, facilityOutcomes))
        {
            Info = info,
            Imports = imports,
            GateHours = hours,
            Warnings = DistrictWarnings.Add(warnings, district, hierarchy),
        };
    }

    private static Envelope Extent(IReadOnlyDictionary<LayerSchema, IReadOnlyList<LayerRow>> rows)
    {
        // The homes say where the district is; a network alone will do.
        foreach (var layer in new[] { WorkspaceLayers.Buildings, WorkspaceLayers.WalkEdges, WorkspaceLayers.Facilities })
        {
            var extent = new Envelope();
            foreach (var row in rows[layer])
            {
                if (row.Geometry is not null)
                {
                    extent.ExpandToInclude(row.Geometry.EnvelopeInternal);
                }
            }

            if (!extent.IsNull)
            {
                return extent;
            }
        }

        return new Envelope();
    }

    /// <summary>The point that stands for a building: its centroid, or a point inside where that lies outside.</summary>
    private (double[] X, double[] Y) Local(Coordinate[] places)
    {
        var x = new double[places.Length];
        var y = new double[places.Length];
        for (var i = 0; i < places.Length; i++)
        {
            (x[i], y[i]) = projection.ToLocal(places[i].X, places[i].Y);
        }

        return (x, y);
    }

    private static bool IsHome(LayerRow row) =>
        Population(row) > 0 || Use(row) is "residential" or "mixed";

    private static List<Coordinate> Homes(IReadOnlyList<LayerRow> buildingRows, Coordinate[] places) =>
        [.. places.Where((_, i) => IsHome(buildingRows[i]))];

    private static BuildingColumns Buildings(
        IReadOnlyList<LayerRow> buildingRows, double[] x, double[] y, int[][] areas)
    {
        int[] Sum(DemandGroup group)
        {
            Func<LayerRow, int>[] read = [.. group.Columns.Select(ReadBuilding.Count)];
            return [.. buildingRows.Select(r => read.Sum(column => column(r)))];
        }

        return new BuildingColumns
        {
            Id = [.. buildingRows.Select(r => (string)r.Values[0]!)],
            X = x,
            Y = y,
            People = [.. DemandGroups.All.Select(Sum)],
            Dwellings = [.. buildingRows.Select(ReadBuilding.Count("dwellings"))],
            Residential = [.. buildingRows.Select(IsHome)],
            Area = areas,
        };
    }

    private FacilityColumns Facilities(IReadOnlyList<LayerRow> facilityRows)
    {
        var (services, status) = (ReadFacility.Text("services"), ReadFacility.Text("status"));
        var capacity = ReadFacility.Whole("capacity");
        var (x, y) = Local([.. facilityRows.Select(r => r.Geometry!.Coordinate)]);
        return new FacilityColumns
        {
            Id = [.. facilityRows.Select(r => (string)r.Values[0]!)],
            X = x,
            Y = y,
            Services = [.. facilityRows.Select(r => ServiceBits(services(r)))],
            IsOpen = [.. facilityRows.Select(r => status(r) is null or "open")],
            Capacity =
            [
                .. facilityRows.Select(r => capacity(r) is { } places and >= 0
                    ? (int)Math.Min(places, int.MaxValue) : FacilityColumns.UnknownCapacity),
            ],
        };
    }

    private ulong ServiceBits(string? codes)
    {
        var bits = 0UL;
        foreach (var code in (codes ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            bits |= pack.IndexOfService(code) is var s and >= 0 ? 1UL << s : 0;
        }

        return bits;
    }

    private static AreaColumns Areas(IReadOnlyList<(AreaLevel Level, Area Area)> areas) => new()
    {
        Level = [.. areas.Select(a => a.Level)],
        Code = [.. areas.Select(a => a.Area.Code)],
        Name = [.. areas.Select(a => a.Area.Name)],
        NameEn = [.. areas.Select(a => a.Area.NameEn)],
    };
}
