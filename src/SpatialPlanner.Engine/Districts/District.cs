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

    /// <summary>Where the buildings stand on the network.</summary>
    public required Linkage BuildingLinks { get; init; }

    /// <summary>The facilities.</summary>
    public required FacilityColumns Facilities { get; init; }

    /// <summary>Where the facilities stand on the network.</summary>
    public required Linkage FacilityLinks { get; init; }

    /// <summary>Hash of everything the snapshot was made from: part of every cache key and report.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>The same district with other facilities.</summary>
    /// <param name="facilities">The facilities.</param>
    /// <param name="links">Where they stand on the network.</param>
    internal District With(FacilityColumns facilities, Linkage links) => new()
    {
        Network = Network,
        PlaceLinker = PlaceLinker,
        Areas = Areas,
        Buildings = Buildings,
        BuildingLinks = BuildingLinks,
        Facilities = facilities,
        FacilityLinks = links,
        Fingerprint = Fingerprint,
    };
}
