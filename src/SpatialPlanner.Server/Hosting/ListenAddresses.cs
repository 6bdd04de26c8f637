using System.Net;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Server.Hosting;

/// <summary>Checks the addresses to listen on before anything listens.</summary>
internal static class ListenAddresses
{
    /// <summary>The addresses in the form that Kestrel takes.</summary>
    /// <exception cref="InputException">An address is none, or opens the workspace to other machines unasked.</exception>
    public static string[] Parse(string urls, bool allowRemote)
    {
        var result = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(url => Parse(url, urls, allowRemote)).ToArray();
        return result.Length > 0 ? result : throw NoAddress(urls);
    }

    private static string Parse(string url, string urls, bool allowRemote)
    {
        // Kestrel's own words for "every interface" are no host names.
        var text = url.Replace("//*", "//0.0.0.0", StringComparison.Ordinal)
            .Replace("//+", "//0.0.0.0", StringComparison.Ordinal);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme != "http" || uri.AbsolutePath != "/")
        {
            throw NoAddress(urls);
        }

        if (!allowRemote && !IsLoopback(uri.DnsSafeHost))
        {
            throw Remote(url);
        }

        // Kestrel takes no free port on "localhost", which may be two addresses.
        var host = uri.Host == "localhost" && uri.Port == 0 ? "127.0.0.1" : uri.Host;
        return $"http://{host}:{uri.Port}";
    }

    /// <summary>True where a host name can only mean this machine.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));

    private static InputException NoAddress(string urls) => InputException.Fatal(
        "--urls", null, new($"“{urls}”不是可监听的地址", $"\"{urls}\" is no address to listen on"),
        new($"写成 {PlannerServerOptions.DefaultUrl} 的形式，端口 0 表示任选",
            $"write it as {PlannerServerOptions.DefaultUrl}; port 0 takes a free one"));

    private static InputException Remote(string url) => InputException.Fatal(
        "--urls", null,
        new($"{url} 会让其他机器读到工作区，而服务没有登录",
            $"{url} would let other machines read the workspace, and the server has no sign-in"),
        new("使用 127.0.0.1，或用 --allow-remote 明确允许", "use 127.0.0.1, or say --allow-remote if that is meant"));
}
