using System.Text.Json;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Results;
using SpatialPlanner.Server.Answers;

namespace SpatialPlanner.Server.Api;

/// <summary>The answer of <c>GET /api/v1/explain</c> for other programs of ours, so that there is one form of it.</summary>
public static class ExplainJson
{
    /// <summary>Explains one building and service.</summary>
    public static string Of(LoadedDistrict loaded, ServiceAnswer answer, int building, CancellationToken cancel) =>
        JsonSerializer.Serialize(ExplainDocument.Of(loaded, answer, building, cancel), ApiJson.Options);
}
