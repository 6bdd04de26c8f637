using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Results.Siting;

/// <summary>A place that could take rooms: an idle space, or an open facility that could be extended.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Community">Its community, as its place in the survey's frame, or -1.</param>
/// <param name="Lon">Longitude, degrees.</param>
/// <param name="Lat">Latitude, degrees.</param>
/// <param name="X">Local east, metres.</param>
/// <param name="Y">Local north, metres.</param>
/// <param name="FloorAreaM2">Floor area that rooms may take, m²; 0 where it is not known.</param>
/// <param name="Storey">Its storey, 1 for the ground floor; null where it is not known or does not matter.</param>
/// <param name="CostCny">What taking it over costs, CNY.</param>
/// <param name="IsCostAssumed">True where the data give no cost.</param>
/// <param name="FirstYear">Calendar year from which it can be had, or null.</param>
/// <param name="Permitted">Codes of the services that it may take; empty for any.</param>
/// <param name="LeftOut">Why it is no candidate at all, or null.</param>
public sealed record SiteSpace(
    string Id, string? Name, int Community, double Lon, double Lat, double X, double Y, double FloorAreaM2, long? Storey, long CostCny,
    bool IsCostAssumed, int? FirstYear, IReadOnlyList<string> Permitted, LocalText? LeftOut)
{
    /// <summary>The facility that would be extended, as its place in the district; -1 for an idle space.</summary>
    public int Facility { get; init; } = -1;

    /// <summary>Services that it has already, a bit each of the pack's order.</summary>
    public ulong Has { get; init; }

    /// <summary>Floor area of the whole place, m²: of a facility more than its rooms may take.</summary>
    public double WholeAreaM2 { get => field > 0 ? field : FloorAreaM2; init; }

    /// <summary>True for a facility that would be extended.</summary>
    public bool IsExtension => Facility >= 0;
}
