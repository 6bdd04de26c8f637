using SpatialPlanner.Data.Results.Sensitivity;
using SpatialPlanner.Planning.Sensitivity;

namespace SpatialPlanner.Data.Results;

/// <content>Sensitivity: how sure the headline figures are.</content>
public sealed partial class Assessment
{
    /// <summary>Every service's people outside its limit, with the band of each assumption.</summary>
    public IReadOnlyList<SensitivityRow> Sensitivity => Once(() => SensitivityAnswer.Find(
        this, SensitivitySettings.Default, Environment.ProcessorCount, CancellationToken.None));
}
