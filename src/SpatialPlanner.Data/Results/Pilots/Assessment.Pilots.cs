using SpatialPlanner.Data.Results.Pilots;
using SpatialPlanner.Planning.Pilots;

namespace SpatialPlanner.Data.Results;

/// <content>Pilots.</content>
public sealed partial class Assessment
{
    /// <summary>The communities that may become pilots.</summary>
    public PilotCommunities PilotCommunities => Once(() => PilotCommunities.Of(this));

    /// <summary>The pilots by the default weights and number; null where no community can be one.</summary>
    public PilotAnswer? Pilots => OfDefault.Answer;

    private DefaultPilots OfDefault => Once(() => new DefaultPilots(
        PilotCommunities.Candidates.Count == 0
            ? null
            : PilotAnswer.Find(PilotCommunities.Candidates, PilotCriteria.All, PilotDefaults.Question(PilotCommunities.Sizes))));

    private sealed record DefaultPilots(PilotAnswer? Answer);
}
