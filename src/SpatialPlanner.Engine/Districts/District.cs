using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;

namespace SpatialPlanner.Engine.Districts;

/// <summary>
/// The snapshot that every question is asked of: immutable, in local metres and whole millimetres, in dense numbers.
/// </summary>
public sealed class District
{
    /// <summary>Farthest place that is linked to the network, metres.</summary>
    public const double LinkLimitMetres = 100;

    /// <summary>The walk network.</summary>
    public required WalkNetwork Network { get; init; }

    /// <summary>Links further places to the network.</summary>
    public required PlaceLinker PlaceLinker { get; init; }

    /// <summary>The areas.</summary>
    public required AreaColumns Areas { get; init; }

    /// <summary>The buildings.</summary>
    public required BuildingColumns Buildings { get; init; }

    /// <summary>Entrances of the buildings.</summary>
    public PlaceEntrances BuildingEntrances { get; init; } = PlaceEntrances.None;

    /// <summary>Where the buildings stand on the network.</summary>
    public required Linkage BuildingLinks { get; init; }

    /// <summary>The facilities.</summary>
    public required FacilityColumns Facilities { get; init; }

    /// <summary>Entrances of the facilities.</summary>
    public PlaceEntrances FacilityEntrances { get; init; } = PlaceEntrances.None;

    /// <summary>Where the facilities stand on the network.</summary>
    public required Linkage FacilityLinks { get; init; }

    /// <summary>Hash of everything the snapshot was made from: part of every cache key and report.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The same district with other ways and facilities.</summary>
    /// <param name="network">The walk network.</param>
    /// <param name="linker">Links further places to it.</param>
    /// <param name="buildingLinks">Where the buildings stand on the network.</param>
    /// <param name="facilities">The facilities.</param>
    /// <param name="facilityLinks">Where they stand on the network.</param>
    internal District With(
        WalkNetwork network, PlaceLinker linker, Linkage buildingLinks, FacilityColumns facilities,
        Linkage facilityLinks) => new()
        {
            Network = network,
            PlaceLinker = linker,
            Areas = Areas,
            Buildings = Buildings,
            BuildingEntrances = BuildingEntrances,
            BuildingLinks = buildingLinks,
            Facilities = facilities,
            FacilityEntrances = FacilityEntrances,
            FacilityLinks = facilityLinks,
            Fingerprint = Fingerprint,
        };
}
