using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Server.Hosting;

/// <summary>Checks the origins that the page may load a base map from: they become part of its policy.</summary>
internal static class BaseMapOrigins
{
    /// <exception cref="InputException">One of them is no https origin.</exception>
    public static void Check(IEnumerable<string> origins)
    {
        foreach (var origin in origins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme != "https"
                || uri.GetLeftPart(UriPartial.Authority) != origin || origin.AsSpan().ContainsAny("; ,'\""))
            {
                throw InputException.Fatal(
                    "--base-map-origin", null, new($"“{origin}”不是 https 来源", $"\"{origin}\" is no https origin"),
                    new("写成 https://主机名 的形式，不带路径", "write it as https://host, without a path"));
            }
        }
    }
}
