using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Server.Problems;

/// <summary>An answer that is not the one asked for; becomes an RFC 9457 problem document.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Detail">What is wrong and what to do.</param>
/// <param name="Field">Parameter or JSON field that is wrong, or null.</param>
internal sealed record HttpProblem(int Status, LocalText Detail, string? Field = null)
{
    /// <summary>Seconds after which asking again makes sense, or null.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Everything that is wrong, each with its place, where a document can be wrong in several; else null.</summary>
    public IReadOnlyList<RulePackProblem>? Problems { get; init; }

    /// <summary>A value of the request that cannot be used.</summary>
    public static ProblemException Invalid(string field, string zh, string en) =>
        new(new HttpProblem(StatusCodes.Status400BadRequest, new($"{field}：{zh}", $"{field}: {en}"), field));

    /// <summary>Something named in the address or the request that the workspace does not have.</summary>
    public static ProblemException Missing(string zh, string en) =>
        new(new HttpProblem(StatusCodes.Status404NotFound, new(zh, en)));

    /// <summary>A problem of the workspace or the rule pack, found while serving.</summary>
    public static HttpProblem Of(int status, InputProblem problem) =>
        new(status, new(problem.ToLine("zh"), problem.ToLine("en")));

    /// <summary>The plain problem of a status that the framework answered with.</summary>
    public static HttpProblem OfStatus(int status) => new(status, status switch
    {
        StatusCodes.Status404NotFound =>
            new("没有这个地址；接口见 /openapi/v1.json", "No such address; /openapi/v1.json lists them"),
        StatusCodes.Status405MethodNotAllowed =>
            new("该地址不支持此方法", "This address does not take this method"),
        StatusCodes.Status413PayloadTooLarge => new("请求内容过大", "The request is too large"),
        StatusCodes.Status415UnsupportedMediaType =>
            new("请以 Content-Type: application/json 发送", "Send it as Content-Type: application/json"),
        StatusCodes.Status500InternalServerError =>
            new("服务器出错，详情见其日志", "The server failed; its log says why"),
        _ => new("请求无法处理", "The request cannot be answered"),
    });
}

/// <summary>Carries a problem from where it is found to the one place that answers with it.</summary>
internal sealed class ProblemException(HttpProblem problem) : Exception(problem.Detail.En)
{
    public HttpProblem Problem { get; } = problem;
}
