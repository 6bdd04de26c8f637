using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using SpatialPlanner.Data;
using SpatialPlanner.Data.Store;
using SpatialPlanner.Server.Api;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Answers;

/// <summary>
/// Tags of answers: the snapshot's fingerprint and the question. Weak, because an answer is the same compressed or not.
/// </summary>
internal static class EntityTag
{
    /// <summary>
    /// Filter of the routes: address and body are the question, so a known answer is not computed again.
    /// </summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var snapshot = context.Arguments.OfType<Snapshot>().Single();
        var body = context.Arguments.OfType<IQuestion>().SingleOrDefault()?.Text;
        var tag = Of(snapshot, $"{request.Host}{request.Path}{request.QueryString}\n{body}\n{ScenarioStamp(context.HttpContext, body)}");
        var answer = IsKnown(request, tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : await next(context);
        context.HttpContext.Response.Headers.ETag = tag;
        context.HttpContext.Response.Headers.CacheControl = "no-cache";
        return answer;
    }

    // A scenario is saved anew without a new snapshot; its answers are then others.
    private static string? ScenarioStamp(HttpContext context, string? question) =>
        question?.Contains("\"scenario\"", StringComparison.Ordinal) == true
            ? Workspaces.Stamp(context.RequestServices.GetRequiredService<PlannerServerOptions>().WorkspacePath) : null;

    private static bool IsKnown(HttpRequest request, string tag)
    {
        if (!EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var known))
        {
            return false;
        }

        var mine = EntityTagHeaderValue.Parse(tag);
        return known.Any(k => k == EntityTagHeaderValue.Any || k.Compare(mine, useStrongComparison: false));
    }

    private static string Of(Snapshot snapshot, string question)
    {
        var text = $"{ProgramInfo.Version}\n{snapshot.Fingerprint}\n{question}";
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16))}\"";
    }
}
