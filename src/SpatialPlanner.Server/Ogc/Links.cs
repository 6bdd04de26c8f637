using Microsoft.AspNetCore.WebUtilities;

namespace SpatialPlanner.Server.Ogc;

/// <summary>Makes the links of the documents, absolute, from the address of the request.</summary>
/// <param name="request">The request that is answered.</param>
internal readonly struct Links(HttpRequest request)
{
    public const string Json = "application/json";
    public const string GeoJson = "application/geo+json";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";

    private string Root => $"{request.Scheme}://{request.Host}";

    public Link Self(string type) => new($"{Root}{request.Path}{request.QueryString}", "self", type, "This document");

    public Link To(string path, string rel, string type, string title) => new($"{Root}{path}", rel, type, title);

    public static string PathOf(string collection) => $"/ogc/collections/{collection}";

    /// <summary>The same question, another page of the answer.</summary>
    public Link Page(string rel, int offset)
    {
        var query = request.Query
            .Where(p => p.Key != "offset")
            .SelectMany(p => p.Value, (p, v) => KeyValuePair.Create(p.Key, v))
            .Append(new("offset", offset.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return new(QueryHelpers.AddQueryString($"{Root}{request.Path}", query), rel, GeoJson);
    }
}
