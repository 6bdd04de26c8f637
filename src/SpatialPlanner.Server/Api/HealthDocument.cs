using SpatialPlanner.Data.Health;
using SpatialPlanner.Planning;
using SpatialPlanner.Server.Answers;
using SpatialPlanner.Server.Snapshots;

namespace SpatialPlanner.Server.Api;

/// <summary>What <c>planner check</c> finds, with places for a map.</summary>
/// <param name="Fingerprint">State of the workspace.</param>
/// <param name="Findings">Findings in the order of the report.</param>
internal sealed record HealthDocument(string Fingerprint, IReadOnlyList<FindingDocument> Findings);

/// <summary>One finding.</summary>
/// <param name="Grade">How much it matters.</param>
/// <param name="Code">Stable code.</param>
/// <param name="Layer">Layer it is about.</param>
/// <param name="Count">How many rows it is about.</param>
/// <param name="Text">What was found and what to do.</param>
/// <param name="Ids">Ids of the first rows.</param>
/// <param name="Places">Their places, where they have any.</param>
internal sealed record FindingDocument(
    HealthGrade Grade, string Code, string Layer, long Count, LocalText Text, IReadOnlyList<string> Ids,
    IReadOnlyList<HealthPlace> Places);

/// <summary><c>GET /api/v1/health</c>.</summary>
internal static class DataHealthHandlers
{
    public static Answer<HealthDocument> Health(Snapshot snapshot) => new(new(
        snapshot.Fingerprint,
        [.. snapshot.Health.Select(f => new FindingDocument(f.Grade, f.Code, f.Layer, f.Count, f.Text, f.Ids, f.Places))]));
}
