using Microsoft.AspNetCore.Http.Features;

namespace SpatialPlanner.Server.Ogc;

/// <summary>
/// The feature id in an address. Ids such as <c>way/4711</c> hold a slash, which the server leaves encoded in paths:
/// the id is read from the address as it was sent.
/// </summary>
internal static class FeatureId
{
    private const string Before = "/items/";

    public static string Of(HttpRequest request, string routed)
    {
        var target = request.HttpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var start = target.IndexOf(Before, StringComparison.Ordinal);
        return start < 0 ? routed : Uri.UnescapeDataString(target[(start + Before.Length)..].Split('?')[0]);
    }
}
