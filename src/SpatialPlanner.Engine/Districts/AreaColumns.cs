namespace SpatialPlanner.Engine.Districts;

/// <summary>
/// The areas that figures are added up for, one entry each. Every building belongs to exactly one area of each of the
/// levels district, subdistrict and community; what lies outside is an area of its own with code <c>""</c>.
/// </summary>
public sealed class AreaColumns
{
    /// <summary>Level of each area; areas of one level stand together, from district to compound.</summary>
    public required AreaLevel[] Level { get; init; }

    /// <summary>Code or id of each area in the source; <c>""</c> for what lies outside.</summary>
    public required string[] Code { get; init; }

    /// <summary>Name of each area.</summary>
    public required string[] Name { get; init; }

    /// <summary>English name of each area, or its name.</summary>
    public required string[] NameEn { get; init; }

    /// <summary>Number of areas.</summary>
    public int Count => Level.Length;
}
