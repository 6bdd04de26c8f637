namespace SpatialPlanner.Data.Results;

/// <summary>
/// What a run was asked and of what: enough to run it again. The result files of a second run from it have the same
/// bytes; only <paramref name="Seconds"/> tells how long this one took.
/// </summary>
/// <param name="Program">Program and version.</param>
/// <param name="Command">The question, e.g. <c>coverage</c>.</param>
/// <param name="WorkspaceFingerprint">Hash of the workspace's content and the rules.</param>
/// <param name="Inputs">Files that filled the workspace, with their hashes.</param>
/// <param name="RulePack">Id of the rule pack.</param>
/// <param name="RulePackEdition">Its edition.</param>
/// <param name="RulePackSha256">SHA-256 of its text.</param>
/// <param name="Synthetic">True where the city is invented.</param>
/// <param name="Time">Time of the week; null where every gate with hours counts as open.</param>
/// <param name="GatesShut">Gates of compounds that are shut at that time.</param>
/// <param name="Services">The services with every limit and walker as it was used.</param>
/// <param name="Profiles">The walkers of the pack.</param>
/// <param name="Crossings">Seconds that a crossing costs where the data gives none, by class.</param>
/// <param name="Counts">How much the answer is about.</param>
/// <param name="Warnings">What a reader should know, in English.</param>
/// <param name="Outputs">Files written, with their hashes.</param>
/// <param name="Seconds">Seconds by step.</param>
public sealed record RunRecord(
    string Program, string Command, string WorkspaceFingerprint, IReadOnlyList<RunRecord.Input> Inputs,
    string RulePack, string RulePackEdition, string RulePackSha256, bool Synthetic, string? Time, int GatesShut,
    IReadOnlyList<RunRecord.Service> Services,
    IReadOnlyList<RunRecord.Walker> Profiles, IReadOnlyList<RunRecord.Crossing> Crossings,
    IReadOnlyDictionary<string, long> Counts, IReadOnlyList<string> Warnings,
    IReadOnlyList<RunRecord.Output> Outputs, IReadOnlyDictionary<string, double> Seconds)
{
    /// <summary>Day by which deadlines of compounds' rooms counted as overdue; null where they were not judged.</summary>
    public DateOnly? RoomsAsOf { get; init; }

    /// <summary>The scenario that the district was changed by; null for the district as it is.</summary>
    public ScenarioVersion? Scenario { get; init; }

    /// <summary>A scenario as it was used.</summary>
    /// <param name="Id">Its id.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Version">The version.</param>
    public sealed record ScenarioVersion(string Id, string Name, long Version);

    /// <summary>A file that filled the workspace.</summary>
    /// <param name="File">Name.</param>
    /// <param name="Sha256">SHA-256 of its bytes.</param>
    /// <param name="Layer">Layer it filled.</param>
    /// <param name="RowsTaken">Rows taken from it.</param>
    public sealed record Input(string File, string Sha256, string Layer, long RowsTaken);

    /// <summary>A service as it was asked.</summary>
    /// <param name="Code">Service code.</param>
    /// <param name="LimitTyped"><c>metres</c> or <c>minutes</c>: the one that was typed.</param>
    /// <param name="LimitM">Limit in metres.</param>
    /// <param name="LimitS">Limit in seconds.</param>
    /// <param name="Profile">Walker.</param>
    /// <param name="SpeedMPerS">Its speed.</param>
    /// <param name="GroupProfiles">Walker of each demand group, by group; several joined by <c>;</c>.</param>
    /// <param name="Verification">How sure the limit is.</param>
    public sealed record Service(
        string Code, string LimitTyped, double LimitM, double LimitS, string Profile, double SpeedMPerS,
        IReadOnlyDictionary<string, string> GroupProfiles, string Verification);

    /// <summary>A walker.</summary>
    /// <param name="Code">Profile code.</param>
    /// <param name="SpeedMPerS">Speed on the level, metres a second.</param>
    /// <param name="StepsShare">Pace along steps as a share of it.</param>
    public sealed record Walker(string Code, double SpeedMPerS, double StepsShare);

    /// <summary>A class of crossing.</summary>
    /// <param name="Class">Class.</param>
    /// <param name="WaitS">The wait, seconds.</param>
    /// <param name="Derivation">How it was worked out, (C - g)² / 2C; null where the wait is given.</param>
    /// <param name="Verification">How sure the figures are.</param>
    public sealed record Crossing(string Class, double WaitS, string? Derivation, string Verification);

    /// <summary>A file that was written.</summary>
    /// <param name="File">Name.</param>
    /// <param name="Sha256">SHA-256 of its bytes.</param>
    public sealed record Output(string File, string Sha256);
}
