namespace SpatialPlanner.Data.Sample;

/// <summary>
/// What the synthetic district is made of. It has the size of an old inner-city district (Beilin in Xi'an), but
/// every street, building, person and name is invented and nothing in it overlays anything real.
/// </summary>
public sealed record SampleRecipe
{
    /// <summary>The district that <c>planner sample</c> makes.</summary>
    public static SampleRecipe Default { get; } = new();

    /// <summary>Seed of all random streams; the same seed gives the same bytes.</summary>
    public ulong Seed { get; init; } = 20260701;

    /// <summary>Longitude of the district's middle, degrees.</summary>
    public double CentreLonDegrees { get; init; } = 108.95;

    /// <summary>Latitude of the district's middle, degrees.</summary>
    public double CentreLatDegrees { get; init; } = 34.25;

    /// <summary>Area of the district, km².</summary>
    public double AreaKm2 { get; init; } = 23.65;

    /// <summary>
    /// Superblocks between arterials, north row first; the digit is the subdistrict (1 to 9), a dot is outside.
    /// </summary>
    public IReadOnlyList<string> SubdistrictMap { get; init; } =
        [".11222.", "1133244", "1333444", "5566777", "556688.", "..688.."];

    /// <summary>Number of communities in each superblock, as a map like <see cref="SubdistrictMap"/>.</summary>
    public IReadOnlyList<string> CommunityMap { get; init; } =
        [".23334.", "3233344", "2232334", "3332334", "323244.", "..334.."];

    /// <summary>
    /// Prevailing houses of each superblock: L lanes of the old town, W walk-ups, M mid-rise, T towers.
    /// </summary>
    public IReadOnlyList<string> HousingMap { get; init; } =
        [".WWMMT.", "WLLWMTT", "WLLLWMT", "WWWLMWT", "MWMWTT.", "..WMT.."];

    /// <summary>
    /// How each north–south arterial, west to east, passes the moat: B bridge, S footbridge with steps, - not at all.
    /// </summary>
    public string MoatCrossings { get; init; } = "B-BSB--B";

    /// <summary>
    /// How each east–west arterial, north to south, passes the railway: T underpass, S footbridge with steps, - not
    /// at all.
    /// </summary>
    public string RailwayCrossings { get; init; } = "TS--TT-";

    /// <summary>Grid row whose northern edge is the moat, counted from the north.</summary>
    public int MoatRow { get; init; } = 3;

    /// <summary>Grid column whose western edge is the railway, counted from the west.</summary>
    public int RailwayColumn { get; init; } = 5;

    /// <summary>Parcels of all kinds (compounds, parks, schools, offices); about nine in ten are compounds.</summary>
    public int Parcels { get; init; } = 1632;

    /// <summary>Residents.</summary>
    public int Residents { get; init; } = 756_800;

    /// <summary>Idle spaces found by the survey rounds.</summary>
    public int IdleSpaces { get; init; } = 60;

    /// <summary>Answers to the demand survey.</summary>
    public int SurveyResponses { get; init; } = 15_765;
}
