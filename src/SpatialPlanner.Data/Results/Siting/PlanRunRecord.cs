namespace SpatialPlanner.Data.Results.Siting;

/// <summary>What a plan was asked and of what, and what is proved about it: enough to make it again.</summary>
/// <param name="Program">Program and version.</param>
/// <param name="Command">The question, <c>site</c>.</param>
/// <param name="WorkspaceFingerprint">Hash of the workspace's content and the rules.</param>
/// <param name="Inputs">Files that filled the workspace, with their hashes.</param>
/// <param name="RulePack">Id of the rule pack.</param>
/// <param name="RulePackEdition">Its edition.</param>
/// <param name="RulePackSha256">SHA-256 of its text.</param>
/// <param name="Synthetic">True where the city is invented.</param>
/// <param name="Question">Every parameter as it was used.</param>
/// <param name="Status"><c>optimal</c>, <c>stopped</c>, <c>infeasible</c> or <c>no_answer</c>.</param>
/// <param name="Objective">People newly covered by weight and priority, or the cost where a target was asked for.</param>
/// <param name="Bound">No plan is better than this; null where nothing is proved.</param>
/// <param name="Gap">Their distance as a share of the bound.</param>
/// <param name="CostCny">What the plan costs, CNY.</param>
/// <param name="BudgetCny">What there was, CNY, or null.</param>
/// <param name="Counts">Candidates, rooms that could be, sites, complexes, infill sites, rooms.</param>
/// <param name="RoomRules">Rules of the rooms as they were used.</param>
/// <param name="Sites">Ids of the chosen spaces.</param>
/// <param name="Alternative">The best other plan, or null.</param>
/// <param name="Problem">Why there is no plan, in English, or null.</param>
/// <param name="Repairs">What would give it one, in English.</param>
/// <param name="Warnings">What a reader should know, in English.</param>
/// <param name="Outputs">Files written, with their hashes.</param>
/// <param name="Seconds">Seconds by step.</param>
public sealed record PlanRunRecord(
    string Program, string Command, string WorkspaceFingerprint, IReadOnlyList<RunRecord.Input> Inputs, string RulePack,
    string RulePackEdition, string RulePackSha256, bool Synthetic, PlanRunQuestion Question, string Status, double Objective,
    double? Bound, double? Gap, long CostCny, long? BudgetCny, IReadOnlyDictionary<string, long> Counts,
    IReadOnlyList<PlanRunRecord.Room> RoomRules, IReadOnlyList<string> Sites, PlanRunRecord.Other? Alternative, string? Problem,
    IReadOnlyList<string> Repairs, IReadOnlyList<string> Warnings, IReadOnlyList<RunRecord.Output> Outputs,
    IReadOnlyDictionary<string, double> Seconds)
{
    /// <summary>A room rule.</summary>
    /// <param name="Service">Service code.</param>
    /// <param name="LeastAreaM2">Least floor area, m².</param>
    /// <param name="MostAreaM2">Most floor area, m², or null.</param>
    /// <param name="AreaPerPlaceM2">Floor area of a place, m², or null.</param>
    /// <param name="CostPerM2Cny">Fitting out, CNY a m².</param>
    /// <param name="LowestStorey">Lowest storey.</param>
    /// <param name="HighestStorey">Highest storey, or null.</param>
    /// <param name="Verification">How sure the figures are.</param>
    public sealed record Room(
        string Service, double LeastAreaM2, double? MostAreaM2, double? AreaPerPlaceM2, double CostPerM2Cny, int LowestStorey,
        int? HighestStorey, string Verification);

    /// <summary>Another plan.</summary>
    /// <param name="Sites">Ids of its spaces.</param>
    /// <param name="Loss">What it loses.</param>
    /// <param name="Proved">True where no other plan loses less.</param>
    public sealed record Other(IReadOnlyList<string> Sites, double Loss, bool Proved);
}
