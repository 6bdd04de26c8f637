using System.Text.Json.Serialization;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Server.Answers;

namespace SpatialPlanner.Server.Problems;

/// <summary>The RFC 9457 document of a problem, in both languages.</summary>
internal sealed record ProblemDocument(
    string Type, string Title, int Status, string Detail, string TitleZh, string DetailZh,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Field,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<RulePackProblem>? Problems = null)
{
    public const string MediaType = "application/problem+json";

    /// <summary>Answers with a problem; what was prepared before is forgotten.</summary>
    public static Task Write(HttpContext context, HttpProblem problem)
    {
        var response = context.Response;
        response.Clear();
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";
        if (problem.RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        var title = TitleOf(problem.Status);
        var document = new ProblemDocument(
            "about:blank", title.En, problem.Status, problem.Detail.En, title.Zh, problem.Detail.Zh, problem.Field, problem.Problems);
        return response.WriteAsJsonAsync(document, ApiJson.Options, MediaType, context.RequestAborted);
    }

    private static LocalText TitleOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => new("请求有误", "Bad Request"),
        StatusCodes.Status404NotFound => new("未找到", "Not Found"),
        StatusCodes.Status405MethodNotAllowed => new("方法不允许", "Method Not Allowed"),
        StatusCodes.Status409Conflict => new("状态冲突", "Conflict"),
        StatusCodes.Status413PayloadTooLarge => new("内容过大", "Content Too Large"),
        StatusCodes.Status415UnsupportedMediaType => new("媒体类型不支持", "Unsupported Media Type"),
        StatusCodes.Status421MisdirectedRequest => new("主机名不符", "Misdirected Request"),
        StatusCodes.Status500InternalServerError => new("服务器错误", "Internal Server Error"),
        StatusCodes.Status503ServiceUnavailable => new("暂不可用", "Service Unavailable"),
        StatusCodes.Status507InsufficientStorage => new("存储空间不足", "Insufficient Storage"),
        _ => new("错误", Microsoft.AspNetCore.WebUtilities.ReasonPhrases.GetReasonPhrase(status)),
    };
}
