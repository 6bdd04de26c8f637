using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Api;

/// <summary>What a question is, for its tag.</summary>
internal interface IQuestion
{
    /// <summary>The question as one text, the same for the same question however it was written.</summary>
    string Text { get; }
}

/// <summary>The JSON body of a question, checked to be one.</summary>
/// <typeparam name="T">Its fields.</typeparam>
/// <param name="Fields">The fields.</param>
internal sealed record Question<T>(T Fields) : IQuestion, IEndpointParameterMetadataProvider
{
    private const string Json = "application/json";

    public string Text => JsonSerializer.Serialize(Fields, ApiJson.WithInfinity);

    public static async ValueTask<Question<T>?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        // Only this media type makes a browser ask before it sends what a foreign page wants sent.
        if (!context.Request.HasJsonContentType())
        {
            throw new ProblemException(HttpProblem.OfStatus(StatusCodes.Status415UnsupportedMediaType));
        }

        try
        {
            var fields = await JsonSerializer.DeserializeAsync<T>(
                context.Request.Body, ApiJson.Options, context.RequestAborted);
            return new(fields ?? throw HttpProblem.Invalid("$", "不能为 null", "must not be null"));
        }
        catch (JsonException e)
        {
            throw HttpProblem.Invalid(
                FieldOf(e), $"不是该问题的有效 JSON（第 {e.LineNumber + 1} 行）；字段见 /openapi/v1.json",
                $"no valid JSON of this question (line {e.LineNumber + 1}); /openapi/v1.json names the fields");
        }
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([Json], typeof(T)));

    private static string FieldOf(JsonException e) => e.Path is { Length: > 2 } path ? path[2..] : "$";
}
