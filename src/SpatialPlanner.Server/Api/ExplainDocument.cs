using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Data.Results.Fixes;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Demand;

namespace SpatialPlanner.Server.Api;

/// <summary>Why a building is within the limit of a service or not.</summary>
internal sealed record ExplainDocument(
    string Building, string Service, bool Reached, bool Covered, LocalText? Reason, FacilityDocument? Facility,
    double? Metres, double? Seconds, double LimitM, double LimitS, string LimitTyped, string Profile, double? OverM,
    double? OverS, WalkPartsDocument Parts, int People, int GroupPeople, string Community, PathFeature? Path,
    IReadOnlyList<FixDocument> Fixes, LocalText? NoFix)
{
    public static ExplainDocument Of(LoadedDistrict loaded, ServiceAnswer answer, int building, CancellationToken cancel)
    {
        var (buildings, walk) = (loaded.District.Buildings, WalkExplanation.Of(loaded, answer, building));
        var fixes = FixList.Find(loaded, answer, building, cancel);
        var group = DemandGroups.IndexOf(answer.Service.Group);
        return new(
            buildings.Id[building], answer.Service.Code, walk.Facility is not null,
            answer.Walks.IsCovered(building, answer.Limit), walk.Reason,
            walk.Facility is { } f ? FacilityDocument.Of(loaded, f) : null,
            Rounded.Milli(walk.Metres), Rounded.Milli(walk.Seconds), Rounded.Milli(answer.LimitM),
            Rounded.Milli(answer.LimitS), CoverageAnswer.TypedOf(answer), answer.Profile.Code,
            Rounded.Milli(walk.OverM), Rounded.Milli(walk.OverS),
            WalkPartsDocument.Of(walk.Parts),
            buildings.People[0][building], buildings.People[group][building],
            loaded.Areas[buildings.Area[(int)AreaLevel.Community][building]].Area.Name,
            walk.Path is { } line ? PathFeature.Of(line) : null, [.. fixes.Fixes.Select(FixDocument.Of)], fixes.WhyNone);
    }
}

/// <summary>A facility at the end of a walk; one that only a scenario has is <c>+1</c>, <c>+2</c>, … in the order of its new places.</summary>
internal sealed record FacilityDocument(string Id, string? Name, double Lon, double Lat)
{
    public static FacilityDocument Of(LoadedDistrict loaded, int facility)
    {
        var (facilities, rows) = (loaded.District.Facilities, loaded.Rows[WorkspaceLayers.Facilities]);
        var row = facility < rows.Count ? rows[facility] : null;
        var at = (X: facilities.X[facility], Y: facilities.Y[facility]);
        // Where it was mapped, unless a scenario moved it.
        var (lon, lat) = row?.Geometry?.Coordinate is { } mapped && loaded.Projection.ToLocal(mapped.X, mapped.Y) == at
            ? (mapped.X, mapped.Y)
            : loaded.Projection.ToLonLat(at.X, at.Y);
        return new(facilities.Id[facility], loaded.NameOfFacility(facility), lon, lat);
    }
}

/// <summary>The parts of a walk; they add up to it, seconds with the waits.</summary>
internal sealed record WalkPartsDocument(
    double OffNetworkM, double OffNetworkS, double StreetM, double StreetS, double CrossingM, double CrossingS,
    double StepsM, double StepsS, double DelayS)
{
    public static WalkPartsDocument Of(PartsOfWalk p) => new(
        p.OffNetwork.Metres, p.OffNetwork.Seconds, p.Street.Metres, p.Street.Seconds, p.Crossing.Metres,
        p.Crossing.Seconds, p.Steps.Metres, p.Steps.Seconds, p.WaitS);
}

/// <summary>A change that brings the building within the limit, and its walk after it.</summary>
internal sealed record FixDocument(
    FixKind Kind, string? Id, string? Name, double Lon, double Lat, Position? To, double? GapM, double? CostCny,
    double Metres, double Seconds)
{
    public static FixDocument Of(Fix fix) => new(
        fix.Kind, fix.Id, fix.Name, Math.Round(fix.At.X, 7), Math.Round(fix.At.Y, 7),
        fix.To is { } to ? new(Math.Round(to.X, 7), Math.Round(to.Y, 7)) : null, Rounded.Milli(fix.GapM), fix.CostCny,
        Rounded.Milli(fix.Metres), Rounded.Milli(fix.Seconds));
}

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
