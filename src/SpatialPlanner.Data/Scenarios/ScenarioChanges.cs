namespace SpatialPlanner.Data.Scenarios;

/// <summary>
/// What a scenario changes of a district: the lists of <c>POST /api/v1/what-if</c>, with the services of each new place. Null is none.
/// </summary>
/// <param name="Add">New places.</param>
/// <param name="Move">Facilities that move.</param>
/// <param name="Close">Ids of facilities that close.</param>
/// <param name="SetServices">Facilities that give other services.</param>
/// <param name="OpenGates">Ids of gates of gated compounds that open.</param>
/// <param name="CloseGates">Ids of gates that close.</param>
/// <param name="AddPaths">New paths; they join the streets at their ends.</param>
/// <param name="ClosePaths">Ids of rows of <c>walk_edges</c> that nobody can walk any more.</param>
public sealed record ScenarioChanges(
    IReadOnlyList<AddedPlace>? Add = null, IReadOnlyList<MovedFacility>? Move = null, IReadOnlyList<string>? Close = null,
    IReadOnlyList<FacilityServices>? SetServices = null, IReadOnlyList<string>? OpenGates = null,
    IReadOnlyList<string>? CloseGates = null, IReadOnlyList<NewPath>? AddPaths = null, IReadOnlyList<string>? ClosePaths = null)
{
    /// <summary>Number of changes.</summary>
    public int Count() =>
        (Add?.Count ?? 0) + (Move?.Count ?? 0) + (Close?.Count ?? 0) + (SetServices?.Count ?? 0) + (OpenGates?.Count ?? 0)
        + (CloseGates?.Count ?? 0) + (AddPaths?.Count ?? 0) + (ClosePaths?.Count ?? 0);
}

/// <summary>A new place that gives services.</summary>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="Services">Codes of its services.</param>
/// <param name="From">Id of the idle space or facility that it is made of, or null.</param>
/// <param name="Name">What it is called, or null.</param>
public sealed record AddedPlace(
    double Lon, double Lat, IReadOnlyList<string> Services, string? From = null, string? Name = null);

/// <summary>A facility and its new place, degrees.</summary>
public sealed record MovedFacility(string Id, double Lon, double Lat);

/// <summary>A facility and the codes of the services that it gives from now on.</summary>
public sealed record FacilityServices(string Id, IReadOnlyList<string> Services);

/// <summary>A path to be built.</summary>
/// <param name="Coordinates">Its points in order, [lon, lat] each.</param>
/// <param name="ResidentsOnly">True where it serves only as first or last part of a walk.</param>
public sealed record NewPath(IReadOnlyList<IReadOnlyList<double>> Coordinates, bool ResidentsOnly = false);
