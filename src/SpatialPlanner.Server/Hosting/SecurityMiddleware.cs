using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Hosting;

/// <summary>
/// What protects the user's browser: a content security policy, no sniffing, and on loopback only host names of this
/// machine, so that a foreign page whose name is rebound to 127.0.0.1 gets nothing (DNS rebinding).
/// </summary>
internal sealed class SecurityMiddleware(RequestDelegate next, PlannerServerOptions options)
{
    private readonly string policy =
        $"default-src 'self'; img-src {string.Join(' ', ["'self'", "data:", .. options.BaseMapOrigins])}; "
        + "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        // Also on problem documents, which start with an empty header.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        var host = context.Request.Host.Host;
        return options.AllowRemote || ListenAddresses.IsLoopback(host)
            ? next(context)
            : throw new ProblemException(new(StatusCodes.Status421MisdirectedRequest, new(
                $"本服务只以 127.0.0.1 或 localhost 为名，而非“{host}”",
                $"This server goes by 127.0.0.1 or localhost, not by \"{host}\"")));
    }
}
