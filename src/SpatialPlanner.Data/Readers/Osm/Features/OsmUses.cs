namespace SpatialPlanner.Data.Readers.Osm.Features;

/// <summary>What an object is to the layers, by its tags; found once for each object.</summary>
/// <param name="IsBuilding">A building.</param>
/// <param name="IsResidentialLand">Residential land.</param>
/// <param name="IsBoundary">An administrative boundary of a known level.</param>
/// <param name="Services">Codes of the services of a facility, or null.</param>
/// <param name="Cover">Kind of land cover, or null.</param>
internal readonly record struct OsmUses(
    bool IsBuilding, bool IsResidentialLand, bool IsBoundary, string? Services, string? Cover)
{
    /// <summary>True where some layer wants the object.</summary>
    public bool IsAny => IsBuilding || IsResidentialLand || IsBoundary || Services is not null || Cover is not null;

    /// <summary>The uses of an object.</summary>
    public static OsmUses Of(IReadOnlyDictionary<string, string> tags, Facilities facilities) => new(
        tags.TryGetValue("building", out var building) && building != "no",
        tags.TryGetValue("landuse", out var landuse) && landuse == "residential",
        Boundaries.IsOne(tags),
        facilities.ServicesOf(tags), LandCover.KindOf(tags));
}
