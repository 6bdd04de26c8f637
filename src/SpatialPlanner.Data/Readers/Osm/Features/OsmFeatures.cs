using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Readers.Osm.Store;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>Buildings, facilities, boundaries, residential land and entrances, by tags.</summary>
internal sealed class OsmFeatures(
    OsmData data, RulePack pack, OsmReadOptions options, OsmProblems problems, OsmLayers layers)
{
    private static readonly GeometryFactory Factory = new(new PrecisionModel(), 4326);

    private readonly Facilities _facilities = new(pack);
    private readonly Entrances _entrances = new(data);
    private readonly List<(LayerRow Row, Geometry Outline)> _facilityAreas = [];
    private readonly List<OsmArea> _boundaries = [];

    /// <summary>Reads the layers wanted.</summary>
    public void Read(CancellationToken ct)
    {
        LayerSchema[] made =
        [
            WorkspaceLayers.Boundaries, WorkspaceLayers.ResidentialLand, WorkspaceLayers.Compounds,
            WorkspaceLayers.Buildings, WorkspaceLayers.Entrances, WorkspaceLayers.Facilities,
        ];
        if (!made.Any(options.Wants))
        {
            return;
        }

        var gates = GateNodes();
        foreach (var area in new AreaReader(data, problems, IsWanted).Read(ct))
        {
            if (area is not null)
            {
                Take(area, gates);
            }
        }

        AddIfWanted(WorkspaceLayers.Boundaries, Boundaries.Rows(_boundaries));
        AddIfWanted(WorkspaceLayers.Entrances, _entrances.Rows());
        AddIfWanted(
            WorkspaceLayers.Facilities,
            [.. Facilities.WithoutDoubles(FacilityPoints(), _facilityAreas, problems), .. _facilityAreas.Select(a => a.Row)]);
    }

    private bool IsWanted(IReadOnlyDictionary<string, string> tags) =>
        IsBuilding(tags) || tags.GetValueOrDefault("landuse") == "residential" || Boundaries.IsOne(tags)
        || _facilities.ServicesOf(tags) is not null;

    private static bool IsBuilding(IReadOnlyDictionary<string, string> tags) =>
        tags.TryGetValue("building", out var building) && building != "no";

    private void AddIfWanted(LayerSchema layer, List<LayerRow> rows)
    {
        if (options.Wants(layer))
        {
            layers.AddAll(layer, rows);
        }
    }

    private HashSet<int> GateNodes() => [.. data.TaggedNodes().Where(n => Entrances.IsGate(n.Tags)).Select(n => n.Node)];

    private void Take(OsmArea area, HashSet<int> gates)
    {
        if (IsBuilding(area.Tags))
        {
            _entrances.AddBuilding(area);
            AddIfWanted(WorkspaceLayers.Buildings, [BuildingRow(area)]);
        }

        if (_facilities.ServicesOf(area.Tags) is { } services)
        {
            _entrances.AddFacility(area);
            _facilityAreas.Add((
                Facilities.Row(area.Id, area.Tags, services, area.Geometry.InteriorPoint, null), area.Geometry));
        }

        if (area.Tags.GetValueOrDefault("landuse") == "residential")
        {
            TakeResidentialLand(area, gates);
        }

        if (Boundaries.IsOne(area.Tags))
        {
            _boundaries.Add(area);
        }
    }

    private void TakeResidentialLand(OsmArea area, HashSet<int> gates)
    {
        AddIfWanted(
            WorkspaceLayers.ResidentialLand,
            [new LayerRow(area.Geometry, [area.Id, null, TagNumbers.AreaM2(area.Geometry)], area.Id)]);
        var isGated = area.Tags.ContainsKey("barrier") || area.Tags.GetValueOrDefault("access") is "private" or "residents"
            || area.OutlineNodes.Any(gates.Contains);
        if (isGated && area.Tags.TryGetValue("name", out var name))
        {
            _entrances.AddCompound(area);
            AddIfWanted(
                WorkspaceLayers.Compounds,
                [new LayerRow(
                    area.Geometry, [area.Id, name, null, true, null, TagNumbers.Whole(area.Tags, "population")], area.Id)]);
        }
    }

    private LayerRow BuildingRow(OsmArea area)
    {
        var storeys = TagNumbers.Storeys(area.Tags);
        var population = TagNumbers.Whole(area.Tags, "population");
        var floorAreaM2 = Math.Round(TagNumbers.AreaM2(area.Geometry) * (storeys ?? pack.Population.DefaultStoreys), 1);
        return new LayerRow(
            area.Geometry,
            [
                area.Id, null, null, BuildingRules.UseOf(area.Tags), storeys, floorAreaM2,
                TagNumbers.Whole(area.Tags, "building:flats"), population, null, null, null, null, null,
                population is null ? null : "given", area.Tags.GetValueOrDefault("name"),
            ],
            area.Id);
    }

    private List<LayerRow> FacilityPoints()
    {
        var rows = new List<LayerRow>();
        foreach (var (node, tags) in data.TaggedNodes())
        {
            if (_facilities.ServicesOf(tags) is { } services)
            {
                rows.Add(Facilities.Row(
                    $"node/{data.NodeId(node)}", tags, services, Factory.CreatePoint(data.CoordinateOf(node)), null));
            }
        }

        return rows;
    }
}
