namespace SpatialPlanner.Data.Rules;

/// <summary>A rule pack that was chosen or saved in a workspace: one row of the layer <c>rule_packs</c>.</summary>
/// <param name="Id">Key of the row.</param>
/// <param name="Seq">Place in the history; the highest is in use.</param>
/// <param name="Pack">Id of the pack.</param>
/// <param name="Version">Version of the pack in this workspace, from 1; 0 for a pack as it comes with the program.</param>
/// <param name="Edition">Edition that the pack names.</param>
/// <param name="BasedOn">What was in use before.</param>
/// <param name="SavedAt">When it was chosen, ISO 8601, UTC.</param>
/// <param name="Note">What the user said about it, or null.</param>
/// <param name="Json">The whole text; null for a pack as it comes with the program.</param>
public sealed record RuleVersion(
    string Id, long Seq, string Pack, int Version, string Edition, string? BasedOn, string SavedAt, string? Note, string? Json)
{
    /// <summary>How it is called: <c>cn-15min</c> as it comes with the program, <c>cn-15min@2</c> for a version saved here.</summary>
    public string Name => Version == 0 ? Pack : $"{Pack}@{Version}";
}
