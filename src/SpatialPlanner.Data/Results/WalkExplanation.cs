using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Results;

/// <summary>Why a building is within the limit of a service or not: its walk, part by part.</summary>
/// <param name="Facility">Facility at the end of the walk, or null where there is none.</param>
/// <param name="Metres">Metres of the walk, or null.</param>
/// <param name="Seconds">Seconds of the walk, or null.</param>
/// <param name="Parts">What the walk is made of.</param>
/// <param name="OverM">Metres over the limit; negative within it.</param>
/// <param name="OverS">Seconds over the limit; negative within it.</param>
/// <param name="Path">The walk from the building to the facility, longitude/latitude; null where there is none.</param>
/// <param name="Reason">Why there is no walk; null where there is one.</param>
public sealed record WalkExplanation(
    int? Facility, double? Metres, double? Seconds, PartsOfWalk Parts, double? OverM, double? OverS, LineString? Path, LocalText? Reason)
{
    /// <summary>Explains one building and service: the walk that the limit judges.</summary>
    /// <param name="loaded">The district.</param>
    /// <param name="answer">The service's answer.</param>
    /// <param name="building">Building.</param>
    public static WalkExplanation Of(LoadedDistrict loaded, ServiceAnswer answer, int building)
    {
        var district = loaded.District;
        var facility = answer.Walks.FacilityOf(building, answer.Limit);
        if (facility == NearestFacility.None)
        {
            return new(null, null, null, PartsOfWalk.None, null, null, null, WhyNot(loaded, answer, building));
        }

        var speed = answer.Profile.SpeedMmPerS;
        var costs = answer.Limit.IsDistance
            ? WalkCosts.Distance(district.Network)
            : WalkCosts.Time(district.Network, answer.Profile.Pace);
        var path = WalkPath.Find(
            district.Network, costs, district.BuildingLinks, building, district.FacilityLinks, facility)
            ?? throw new InvalidOperationException($"Building {building} has a cost but no walk.");
        var parts = WalkParts.Of(district.Network, answer.Profile.Pace, path);
        var (metres, seconds) = (parts.LengthMm / 1000.0, parts.PacedMm / (double)speed);
        return new(
            facility, metres, seconds, PartsOfWalk.Of(parts, speed), metres - answer.LimitM, seconds - answer.LimitS,
            Draw(loaded, path, building, facility), null);
    }

    private static LineString Draw(LoadedDistrict loaded, WalkPath path, int building, int facility)
    {
        var d = loaded.District;
        var points = new List<Coordinate>();
        void Add(double x, double y)
        {
            var (lon, lat) = loaded.Projection.ToLonLat(x, y);
            if (points.Count == 0 || points[^1].X != lon || points[^1].Y != lat)
            {
                points.Add(new Coordinate(lon, lat));
            }
        }

        Add(d.Buildings.X[building], d.Buildings.Y[building]);
        for (var i = 0; i < path.X.Length; i++)
        {
            Add(path.X[i], path.Y[i]);
        }

        Add(d.Facilities.X[facility], d.Facilities.Y[facility]);
        return new LineString(points.Count == 1 ? [points[0], points[0].Copy()] : [.. points]);
    }

    private static LocalText WhyNot(LoadedDistrict loaded, ServiceAnswer answer, int building)
    {
        var district = loaded.District;
        var service = loaded.Pack.IndexOfService(answer.Service.Code);
        if (!district.BuildingLinks.IsLinked(building))
        {
            return loaded.Ledger.Buildings[building] != Engine.Linking.LinkOutcome.TooFar
                ? new("所在小区没有可通行且靠近道路的出入口", "no gate of its compound is open and near a street")
                : new(
                    "距任何可步行道路均超过 100 米，未能接入路网",
                    "it is farther than 100 m from every walkable street, so it is not on the network");
        }

        var open = district.Facilities.OpenWith(service);
        if (open.Length == 0)
        {
            return new("没有开放的该类设施", "there is no open facility of this service");
        }

        return open.Any(district.FacilityLinks.IsLinked)
            ? new("所在路网与设施所在路网不连通（孤岛）", "its streets are not connected to those of any facility (an island)")
            : new("该类设施都未能接入路网", "no facility of this service could be linked to the network");
    }
}
