using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using SpatialPlanner.Data;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Answers;

/// <summary>
/// Tags of answers: the snapshot's fingerprint and the question. Weak, because an answer is the same compressed or not.
/// </summary>
internal static class EntityTag
{
    /// <summary>The tag of a question asked of a snapshot.</summary>
    public static string Of(Snapshot snapshot, string question)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{ProgramInfo.Version}\n{snapshot.Fingerprint}\n{question}"));
        return $"W/\"{Convert.ToHexStringLower(hash.AsSpan(0, 16))}\"";
    }

    /// <summary>True where the request already has the answer of this tag.</summary>
    public static bool IsKnown(HttpRequest request, string tag)
    {
        if (!EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var known))
        {
            return false;
        }

        var mine = EntityTagHeaderValue.Parse(tag);
        return known.Any(k => k == EntityTagHeaderValue.Any || k.Compare(mine, useStrongComparison: false));
    }

    /// <summary>Puts the tag on an answer, to be asked for again each time.</summary>
    public static void Put(HttpResponse response, string tag)
    {
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "no-cache";
    }

    /// <summary>
    /// Filter of the GET routes: the address is the question, so a known answer is not computed again.
    /// </summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var snapshot = context.Arguments.OfType<Snapshot>().Single();
        var tag = Of(snapshot, $"{request.Host}{request.Path}{request.QueryString}");
        if (IsKnown(request, tag))
        {
            Put(context.HttpContext.Response, tag);
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        }

        var answer = await next(context);
        Put(context.HttpContext.Response, tag);
        return answer;
    }
}
