using System.Text.Json.Serialization;

namespace SpatialPlanner.Server.Ogc;

/// <summary>A link to another document.</summary>
internal sealed record Link(
    string Href,
    string Rel,
    string Type,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Title = null);

/// <summary>Where the API starts.</summary>
internal sealed record LandingPage(string Title, string Description, IReadOnlyList<Link> Links);

/// <summary>The requirement classes that the API keeps.</summary>
internal sealed record Conformance([property: JsonPropertyName("conformsTo")] IReadOnlyList<string> ConformsTo);

/// <summary>The list of collections.</summary>
internal sealed record CollectionList(
    IReadOnlyList<Link> Links, IReadOnlyList<Collection> Collections);

/// <summary>A layer as a collection of features.</summary>
internal sealed record Collection(
    string Id,
    string Title,
    string Description,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Extent? Extent,
    [property: JsonPropertyName("itemType")] string ItemType,
    IReadOnlyList<string> Crs,
    IReadOnlyList<Link> Links);

/// <summary>Where a collection's features are.</summary>
internal sealed record Extent(SpatialExtent Spatial);

/// <summary>Boxes, the first around everything.</summary>
internal sealed record SpatialExtent(IReadOnlyList<double[]> Bbox, string Crs);
