using SpatialPlanner.Engine.Districts;

namespace SpatialPlanner.Planning.Survey;

/// <summary>Who answered in an area, beside who lives there.</summary>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">Its place among the areas of the level in the frame.</param>
/// <param name="Stratum">Stratum, or null for all ages.</param>
/// <param name="People">People.</param>
/// <param name="Respondents">Respondents.</param>
/// <param name="PeopleShare">Share of the area's people; null where nobody lives.</param>
/// <param name="SampleShare">Share of the area's respondents; null where nobody answered.</param>
/// <param name="Online">Of the respondents, those who came online.</param>
/// <param name="Offline">Of them, those who came offline.</param>
/// <param name="IsSkewed">True where the ages, or for all ages the channels, are skewed.</param>
public sealed record SampleRow(
    AreaLevel Level, int Area, int? Stratum, long People, int Respondents, double? PeopleShare, double? SampleShare,
    int Online, int Offline, bool IsSkewed)
{
    /// <summary>How many times its share of the people its share of the respondents is; null without either.</summary>
    public double? Ratio => PeopleShare is > 0 && SampleShare is { } share ? share / PeopleShare : null;

    /// <summary>Share of the people who answered; null where nobody lives.</summary>
    public double? ResponseRate => People > 0 ? (double)Respondents / People : null;
}
