using SpatialPlanner.Data.Scenarios;

namespace SpatialPlanner.Server.Api;

/// <summary>Who is within the limit of a service.</summary>
/// <param name="Service">Service code.</param>
/// <param name="Minutes">Limit in minutes; without it and metres the rule's own.</param>
/// <param name="Metres">Limit in metres.</param>
/// <param name="Profile">Walker; without it the rule's own.</param>
/// <param name="Time">Time of the week, <c>21:30</c> or <c>Sa 21:30</c>; without it every gate with hours is open.</param>
/// <param name="Scenario">Id of a saved scenario; without it the district as it is.</param>
internal sealed record CoverageRequest(
    string? Service = null, double? Minutes = null, double? Metres = null, string? Profile = null, string? Time = null,
    string? Scenario = null)
    : IServiceQuestion;

/// <summary>The fields that every question about one service has.</summary>
internal interface IServiceQuestion
{
    string? Service { get; }

    double? Minutes { get; }

    double? Metres { get; }

    string? Profile { get; }
}

/// <summary>What a few changes do to the coverage of a service.</summary>
/// <param name="Service">Service code.</param>
/// <param name="Minutes">Limit in minutes; without it and metres the rule's own.</param>
/// <param name="Metres">Limit in metres.</param>
/// <param name="Profile">Walker; without it the rule's own.</param>
/// <param name="Add">New facilities of the service.</param>
/// <param name="Close">Ids of facilities that close.</param>
/// <param name="Move">Facilities that move.</param>
/// <param name="SetServices">Facilities that give other services.</param>
/// <param name="OpenGates">Ids of gates of gated compounds that open.</param>
/// <param name="CloseGates">Ids of gates that close.</param>
/// <param name="AddPaths">New paths; they join the streets at their ends.</param>
/// <param name="ClosePaths">Ids of edges that nobody can walk any more.</param>
internal sealed record WhatIfRequest(
    string? Service = null, double? Minutes = null, double? Metres = null, string? Profile = null,
    IReadOnlyList<Position>? Add = null, IReadOnlyList<string>? Close = null, IReadOnlyList<MovedFacility>? Move = null,
    IReadOnlyList<FacilityServices>? SetServices = null, IReadOnlyList<string>? OpenGates = null,
    IReadOnlyList<string>? CloseGates = null, IReadOnlyList<NewPath>? AddPaths = null,
    IReadOnlyList<string>? ClosePaths = null)
    : IServiceQuestion;

/// <summary>Why a building is within the limit of a service or not.</summary>
/// <param name="Building">Id of the building.</param>
/// <param name="Service">Service code.</param>
/// <param name="Minutes">Limit in minutes; without it and metres the rule's own.</param>
/// <param name="Metres">Limit in metres.</param>
/// <param name="Profile">Walker; without it the rule's own.</param>
/// <param name="Time">Time of the week; without it every gate with hours is open.</param>
/// <param name="Scenario">Id of a saved scenario; without it the district as it is.</param>
/// <param name="Changes">Changes that are not saved, as a scenario has them; instead of a scenario.</param>
internal sealed record ExplainRequest(
    string? Building = null, string? Service = null, double? Minutes = null, double? Metres = null, string? Profile = null,
    string? Time = null, string? Scenario = null, ScenarioChanges? Changes = null)
    : IServiceQuestion;

/// <summary>A place, degrees.</summary>
internal sealed record Position(double Lon, double Lat);

/// <summary>What is reached from some places within some limits.</summary>
/// <param name="At">Places to start from.</param>
/// <param name="Facilities">Facilities to start from.</param>
/// <param name="Minutes">Limits in minutes.</param>
/// <param name="Metres">Limits in metres.</param>
/// <param name="Profile">Walker; the pack's first without it.</param>
/// <param name="Method"><c>edges</c>, <c>corridor</c> or <c>contour</c>; edges without it.</param>
internal sealed record IsochroneRequest(
    IReadOnlyList<Position>? At = null, IReadOnlyList<string>? Facilities = null,
    IReadOnlyList<double>? Minutes = null, IReadOnlyList<double>? Metres = null, string? Profile = null,
    string? Method = null);
