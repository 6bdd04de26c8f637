using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Server.Api;

/// <summary>Why a building is within the limit of a service or not.</summary>
internal sealed record ExplainDocument(
    string Building, string Service, bool Reached, bool Covered, LocalText? Reason, FacilityDocument? Facility,
    double? Metres, double? Seconds, double LimitM, double LimitS, string LimitTyped, string Profile, double? OverM,
    double? OverS, WalkParts Parts, int People, int GroupPeople, string Community, PathFeature? Path)
{
    public static ExplainDocument Of(LoadedDistrict loaded, ServiceAnswer answer, int building)
    {
        var (buildings, walk) = (loaded.District.Buildings, WalkExplanation.Of(loaded, answer, building));
        var group = DemandGroups.IndexOf(answer.Service.Group);
        return new(
            buildings.Id[building], answer.Service.Code, walk.Facility is not null,
            answer.Walks.IsCovered(building, answer.Limit), walk.Reason,
            walk.Facility is { } f ? FacilityDocument.Of(loaded, f) : null,
            Rounded.Milli(walk.Metres), Rounded.Milli(walk.Seconds), Rounded.Milli(answer.LimitM),
            Rounded.Milli(answer.LimitS), CoverageAnswer.TypedOf(answer), answer.Profile.Code,
            Rounded.Milli(walk.OverM), Rounded.Milli(walk.OverS),
            new(Rounded.Milli(walk.OffNetworkM), Rounded.Milli(walk.StreetM), Rounded.Milli(walk.DelayS)),
            buildings.People[0][building], buildings.People[group][building],
            loaded.Areas[buildings.Area[(int)AreaLevel.Community][building]].Area.Name,
            walk.Path is { } line ? PathFeature.Of(line) : null);
    }
}

/// <summary>A facility at the end of a walk.</summary>
internal sealed record FacilityDocument(string Id, string? Name, double Lon, double Lat)
{
    private static readonly int Named = WorkspaceLayers.Facilities.Require("name");

    public static FacilityDocument Of(LoadedDistrict loaded, int facility)
    {
        var row = loaded.Rows[WorkspaceLayers.Facilities][facility];
        var at = row.Geometry!.Coordinate;
        return new(loaded.District.Facilities.Id[facility], row.Values[Named] as string, at.X, at.Y);
    }
}

/// <summary>The parts of a walk; they add up to it.</summary>
internal sealed record WalkParts(double OffNetworkM, double StreetM, double DelayS);

/// <summary>A walk as a GeoJSON feature.</summary>
internal sealed record PathFeature(string Type, PathGeometry Geometry, PathProperties Properties)
{
    public static PathFeature Of(LineString line) => new(
        "Feature",
        new("LineString", [.. line.Coordinates.Select(c => new[] { Math.Round(c.X, 7), Math.Round(c.Y, 7) })]),
        new());
}

/// <summary>The line of a walk.</summary>
internal sealed record PathGeometry(string Type, IReadOnlyList<double[]> Coordinates);

/// <summary>A walk has no properties of its own.</summary>
internal sealed record PathProperties;
