using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm.Store;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Buildings, facilities, boundaries, land and entrances, by tags.</summary>
internal sealed class OsmFeatures(
    OsmData data, RulePack pack, OsmReadOptions options, OsmProblems problems, OsmLayers layers)
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly Facilities _facilities = new(pack);
    private readonly Entrances _entrances = new(data);
    private readonly OpenGrounds _grounds = new();
    private readonly List<Facility> _facilityAreas = [];
    private readonly List<OsmArea> _boundaries = [];

    /// <summary>Reads the layers wanted.</summary>
    public void Read(CancellationToken ct)
    {
        LayerSchema[] made =
        [
            WorkspaceLayers.Boundaries, WorkspaceLayers.LandCover, WorkspaceLayers.ResidentialLand, WorkspaceLayers.Compounds,
            WorkspaceLayers.Buildings, WorkspaceLayers.Entrances, WorkspaceLayers.Facilities,
        ];
        if (!made.Any(options.Wants))
        {
            return;
        }

        foreach (var area in new AreaReader(data, problems, UsesOf).Read(ct))
        {
            if (area.Geometry is null)
            {
                Reject(area.Uses);
            }
            else
            {
                Take(area, area.Geometry);
            }
        }

        Finish();
    }

    private OsmUses UsesOf(IReadOnlyDictionary<string, string> tags)
    {
        var all = OsmUses.Of(tags, _facilities);
        var uses = options.Wants(WorkspaceLayers.LandCover) ? all : all with { Cover = null };
        // A file's faults in what nobody asked for are not worth telling; entrances need the outlines of all that has
        // them.
        return options.Wants(WorkspaceLayers.Entrances) ? uses : new OsmUses(
            uses.IsBuilding && options.Wants(WorkspaceLayers.Buildings),
            uses.IsResidentialLand && (options.Wants(WorkspaceLayers.ResidentialLand)
                || options.Wants(WorkspaceLayers.Compounds)),
            uses.IsBoundary && options.Wants(WorkspaceLayers.Boundaries),
            options.Wants(WorkspaceLayers.Facilities) ? uses.Services : null, uses.Cover);
    }

    private void Finish()
    {
        if (options.Wants(WorkspaceLayers.Boundaries))
        {
            layers.AddAll(WorkspaceLayers.Boundaries, Boundaries.Rows(_boundaries));
        }

        if (options.Wants(WorkspaceLayers.Entrances))
        {
            layers.AddAll(WorkspaceLayers.Entrances, _entrances.Rows());
        }

        if (options.Wants(WorkspaceLayers.Facilities))
        {
            var all = FacilityPoints();
            all.AddRange(_facilityAreas);
            var rows = new FacilityDoubles(all, problems).Remaining();
            layers.AddAll(WorkspaceLayers.Facilities, rows);
            layers.CountRejected(WorkspaceLayers.Facilities, all.Count - rows.Count);
            AddEntrancesOfGrounds(rows);
        }
    }

    private void AddEntrancesOfGrounds(List<LayerRow> facilities)
    {
        if (options.Wants(WorkspaceLayers.Entrances) && options.Wants(WorkspaceLayers.WalkEdges))
        {
            var kept = facilities.Select(r => (string)r.Values[0]!).ToHashSet();
            layers.AddAll(
                WorkspaceLayers.Entrances, [.. _grounds.Entrances(layers[WorkspaceLayers.WalkEdges], kept)]);
        }
    }

    private void Reject(OsmUses uses)
    {
        (bool IsOne, LayerSchema Layer)[] layersOfIt =
        [
            (uses.IsBuilding, WorkspaceLayers.Buildings), (uses.IsResidentialLand, WorkspaceLayers.ResidentialLand),
            (uses.IsBoundary, WorkspaceLayers.Boundaries), (uses.Cover is not null, WorkspaceLayers.LandCover),
            (uses.Services is not null, WorkspaceLayers.Facilities),
        ];
        foreach (var (isOne, layer) in layersOfIt)
        {
            if (isOne && options.Wants(layer))
            {
                layers.CountRejected(layer, 1);
            }
        }
    }

    private void Add(LayerSchema layer, LayerRow row)
    {
        if (options.Wants(layer))
        {
            layers.Add(layer, row);
        }
    }

    private void Take(OsmArea area, Geometry geometry)
    {
        if (area.Uses.IsBuilding)
        {
            _entrances.AddBuilding(area);
            Add(WorkspaceLayers.Buildings, BuildingRow(area, geometry));
        }

        if (area.Uses.Services is { } services)
        {
            _entrances.AddFacility(area);
            _facilityAreas.Add(Facilities.Make(area.Id, area.Tags, services, geometry));
            if (OpenGrounds.IsOne(area.Tags) && geometry is Polygon or MultiPolygon && !_entrances.HasEntranceOn(area))
            {
                _grounds.Add(area.Id, geometry);
            }
        }

        if (area.Uses.IsResidentialLand)
        {
            TakeResidentialLand(area, geometry);
        }

        if (area.Uses.Cover is { } cover)
        {
            layers.Add(WorkspaceLayers.LandCover, LandCover.Row(area, cover));
        }

        if (area.Uses.IsBoundary)
        {
            _boundaries.Add(area);
        }
    }

    private void TakeResidentialLand(OsmArea area, Geometry geometry)
    {
        Add(
            WorkspaceLayers.ResidentialLand,
            new LayerRow(geometry, [area.Id, null, Math.Round(GeodesicArea.SquareMetres(geometry), 1)], area.Id));
        var isGated = area.Tags.ContainsKey("barrier")
            || area.Tags.GetValueOrDefault("access") is "private" or "residents"
            || _entrances.HasGateOn(area);
        if (isGated && area.Tags.TryGetValue("name", out var name))
        {
            _entrances.AddCompound(area);
            Add(
                WorkspaceLayers.Compounds,
                new LayerRow(geometry, [area.Id, name, null, true, null, TagNumbers.Whole(area.Tags, "population")],
                    area.Id));
        }
    }

    private LayerRow BuildingRow(OsmArea area, Geometry geometry)
    {
        var storeys = TagNumbers.Storeys(area.Tags);
        var population = TagNumbers.Whole(area.Tags, "population");
        var floorAreaM2 = GeodesicArea.SquareMetres(geometry) * (storeys ?? pack.Population.DefaultStoreys);
        return new LayerRow(
            geometry,
            [
                area.Id, null, null, BuildingRules.UseOf(area.Tags), storeys, Math.Round(floorAreaM2, 1),
                TagNumbers.Whole(area.Tags, "building:flats"), population, null, null, null, null, null,
                population is null ? null : "given", area.Tags.GetValueOrDefault("name"),
            ],
            area.Id);
    }

    private List<Facility> FacilityPoints()
    {
        var points = new List<Facility>();
        foreach (var (node, tags) in data.TaggedNodes())
        {
            if (_facilities.ServicesOf(tags) is { } services)
            {
                points.Add(Facilities.Make(
                    $"node/{data.NodeId(node)}", tags, services, Factory.CreatePoint(data.CoordinateOf(node))));
            }
        }

        return points;
    }
}
