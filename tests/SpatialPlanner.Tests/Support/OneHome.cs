using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Tests.Support;

/// <summary>A district of one home and one facility of service 0.</summary>
internal static class OneHome
{
    public static District District(
        WalkNetwork network, PlaceLinker linker, (double X, double Y) home, Linkage homeLinks,
        (double X, double Y) facility, Linkage facilityLinks) => new()
        {
            Network = network,
            PlaceLinker = linker,
            Areas = new AreaColumns
            {
                Level = [AreaLevel.District],
                Code = ["d"],
                Name = ["区"],
                NameEn = ["District"],
            },
            Buildings = new BuildingColumns
            {
                Id = ["home"],
                X = [home.X],
                Y = [home.Y],
                People = [[3]],
                Dwellings = [1],
                Residential = [true],
                Area = [[0]],
            },
            BuildingLinks = homeLinks,
            Facilities = new FacilityColumns
            {
                Id = ["facility"],
                X = [facility.X],
                Y = [facility.Y],
                Services = [1],
                IsOpen = [true],
            },
            FacilityLinks = facilityLinks,
            Fingerprint = "one home",
        };
}
