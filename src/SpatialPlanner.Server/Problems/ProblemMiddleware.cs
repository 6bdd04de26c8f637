using SpatialPlanner.Data.Problems;
using SpatialPlanner.Data.Scenarios;

namespace SpatialPlanner.Server.Problems;

/// <summary>The one place where errors become HTTP answers.</summary>
internal sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        HttpProblem? problem = null;
        try
        {
            await next(context);
            var status = context.Response.StatusCode;
            if (status >= 400 && !context.Response.HasStarted && context.Response.ContentType is null)
            {
                problem = HttpProblem.OfStatus(status);
            }
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            problem = ProblemOf(e, context);
        }

        if (problem is not null)
        {
            await ProblemDocument.Write(context, problem);
        }
    }

    private HttpProblem? ProblemOf(Exception e, HttpContext context)
    {
        switch (e)
        {
            case ProblemException p:
                return p.Problem;
            case ChangeException change:
                return HttpProblem.Invalid(change.Field, change.What.Zh, change.What.En).Problem;
            case InputException input:
                return HttpProblem.Of(StatusCodes.Status400BadRequest, input.Problem);
            case BadHttpRequestException bad:
                return HttpProblem.OfStatus(bad.StatusCode);
            case OperationCanceledException when context.RequestAborted.IsCancellationRequested:
                return null;
            default:
                LogFailure(log, context.Request.Path, e);
                return HttpProblem.OfStatus(StatusCodes.Status500InternalServerError);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Path} failed")]
    private static partial void LogFailure(ILogger log, PathString path, Exception e);
}
