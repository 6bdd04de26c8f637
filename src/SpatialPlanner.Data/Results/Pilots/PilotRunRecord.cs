namespace SpatialPlanner.Data.Results.Pilots;

/// <summary>What a choice of pilots was asked and of what: enough to make it again.</summary>
/// <param name="Program">Program and version.</param>
/// <param name="Command">The question, <c>pilots</c>.</param>
/// <param name="WorkspaceFingerprint">Hash of the workspace's content and the rules.</param>
/// <param name="RulePack">Id of the rule pack.</param>
/// <param name="RulePackEdition">Its edition.</param>
/// <param name="Synthetic">True where the city is invented.</param>
/// <param name="Count">How many pilots.</param>
/// <param name="Communities">Of how many communities.</param>
/// <param name="PerSubdistrictMin">At least so many in each subdistrict.</param>
/// <param name="PerSubdistrictMax">At most so many; null for no bound.</param>
/// <param name="Weights">Weight of each criterion, adding up to 1.</param>
/// <param name="PriorityServices">Services whose uncovered people count.</param>
/// <param name="Survey">Answers counted and left out.</param>
/// <param name="Seed">Seed of the random weights.</param>
/// <param name="Draws">How many sets of them.</param>
/// <param name="Spread">By how much of itself each weight is moved, either way.</param>
/// <param name="Spearman">Rank correlation of weighted sum and TOPSIS; null for fewer than two communities.</param>
/// <param name="Kendall">The same by pairs.</param>
/// <param name="Chosen">Codes of the pilots, best first.</param>
/// <param name="Warnings">What a reader should know, in English.</param>
/// <param name="Outputs">Files written, with their hashes.</param>
public sealed record PilotRunRecord(
    string Program, string Command, string WorkspaceFingerprint, string RulePack, string RulePackEdition, bool Synthetic, int Count,
    int Communities, int PerSubdistrictMin, int? PerSubdistrictMax, IReadOnlyDictionary<string, double> Weights,
    IReadOnlyList<string> PriorityServices, PilotRunRecord.Answers Survey, ulong Seed, int Draws, double Spread, double? Spearman,
    double? Kendall, IReadOnlyList<string> Chosen, IReadOnlyList<string> Warnings, IReadOnlyList<RunRecord.Output> Outputs)
{
    /// <summary>Answers to the survey.</summary>
    /// <param name="Counted">That count.</param>
    /// <param name="LeftOut">That do not.</param>
    public sealed record Answers(int Counted, int LeftOut);
}
