using SpatialPlanner.Engine.Network;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Planning.Rules;

/// <summary>How sure a figure of a standard is.</summary>
public enum Verification
{
    /// <summary>Read in the standard itself (原文核对).</summary>
    Verified,

    /// <summary>Read in a source that quotes the standard (二手).</summary>
    Secondary,

    /// <summary>Not checked yet: shown as 待核实 wherever it appears.</summary>
    Unverified,
}

/// <summary>
/// The limit of a walk: either metres or minutes, never both. The other one follows from the walker's speed.
/// </summary>
/// <param name="Metres">Limit in metres, or null.</param>
/// <param name="Minutes">Limit in minutes, or null.</param>
public sealed record WalkLimit(double? Metres, double? Minutes)
{
    /// <summary>A limit in metres.</summary>
    /// <param name="metres">Metres.</param>
    public static WalkLimit OfMetres(double metres) => new(metres, null);

    /// <summary>A limit in minutes.</summary>
    /// <param name="minutes">Minutes.</param>
    public static WalkLimit OfMinutes(double minutes) => new(null, minutes);

    /// <summary>True where the limit is a distance, false where it is a time.</summary>
    public bool IsDistance => Metres is not null;
}

/// <summary>One service of a rule pack: what it is called, how far it may be, for whom, and who says so.</summary>
/// <param name="Code">Service code of the contract, e.g. <c>elderly_care</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Limit">How far the service may be.</param>
/// <param name="Profile">Code of the walker profile that turns metres into minutes.</param>
/// <param name="Group">Code of the demand group the service is for.</param>
/// <param name="OsmTags">
/// Tag expressions that make an OpenStreetMap object a facility of this service; any one suffices. The language:
/// terms joined by <c>&amp;</c>; a term is <c>key=value|value</c>, <c>key=*</c> (any value but <c>no</c>),
/// <c>key!=value|value</c> (absent or another value), <c>key~text|text</c> (value contains a text) or
/// <c>key!~text|text</c> (absent or contains none of them).
/// </param>
/// <param name="Source">Standard and clause the limit comes from.</param>
/// <param name="Verification">How sure the figure is.</param>
public sealed record ServiceRule(
    string Code,
    LocalText Name,
    WalkLimit Limit,
    string Profile,
    string Group,
    IReadOnlyList<string> OsmTags,
    LocalText Source,
    Verification Verification)
{
    /// <summary>
    /// People of the group for whom one place of capacity suffices: a canteen's seat serves several meals, and not every
    /// old person goes to day care. 1 where nobody said.
    /// </summary>
    public double PeoplePerPlace { get; init; } = 1;

    /// <summary>Where <see cref="PeoplePerPlace"/> comes from; null where nobody said.</summary>
    public LocalText? PeoplePerPlaceSource { get; init; }

    /// <summary>How sure <see cref="PeoplePerPlace"/> is.</summary>
    public Verification PeoplePerPlaceVerification { get; init; } = Verification.Unverified;

    /// <summary>What a room of the service needs in an idle space; null where the pack does not say: then no space becomes one.</summary>
    public RoomRule? Room { get; init; }
}

/// <summary>A kind of walker.</summary>
/// <param name="Code">Code, e.g. <c>senior</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="SpeedMmPerS">Walking speed in millimetres a second.</param>
/// <param name="Source">Where the speed comes from.</param>
/// <param name="StepsShare">Pace along steps as a share of the pace on the level; 1 where steps slow nobody.</param>
/// <param name="StepsSource">Where that share comes from; null where it is 1.</param>
public sealed record WalkerProfile(
    string Code, LocalText Name, int SpeedMmPerS, LocalText Source, double StepsShare = 1, LocalText? StepsSource = null)
{
    /// <summary>The walker as the engine takes it.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public WalkerPace Pace => new(SpeedMmPerS, StepsShare);
}

/// <summary>
/// The constants by which people are estimated where the data has none: floor area or dwellings times these.
/// </summary>
/// <param name="FloorAreaPerPersonM2">Housing floor area a person, m².</param>
/// <param name="PeoplePerDwelling">People a dwelling.</param>
/// <param name="FloorAreaPerDwellingM2">Floor area a dwelling, m².</param>
/// <param name="MixedUseShare">Share of a mixed building's floor area that is housing, 0..1.</param>
/// <param name="DefaultStoreys">Storeys of a building that does not say.</param>
/// <param name="AgeShares">Share of the people in each age column, 0..1, by column name.</param>
/// <param name="Source">Where the constants come from.</param>
public sealed record PopulationConstants(
    double FloorAreaPerPersonM2,
    double PeoplePerDwelling,
    double FloorAreaPerDwellingM2,
    double MixedUseShare,
    int DefaultStoreys,
    IReadOnlyDictionary<string, double> AgeShares,
    LocalText Source);
