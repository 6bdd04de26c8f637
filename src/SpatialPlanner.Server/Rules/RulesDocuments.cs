using System.Text.Json;
using SpatialPlanner.Data.Rules;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Rules;
using SpatialPlanner.Planning.Siting;

namespace SpatialPlanner.Server.Rules;

/// <summary>The packs that can be chosen.</summary>
/// <param name="Fixed">True where the server was started with <c>--rules</c>: nothing can be chosen.</param>
/// <param name="Current">Name of the pack in use.</param>
/// <param name="Problem">Why the workspace's own pack is not in use; null where it is.</param>
/// <param name="Packs">Packs that come with the program.</param>
/// <param name="Versions">What was chosen and saved in the workspace, the newest first.</param>
internal sealed record RulesDocument(
    bool Fixed, string Current, LocalText? Problem, IReadOnlyList<PackLine> Packs, IReadOnlyList<VersionLine> Versions);

/// <summary>A pack that comes with the program.</summary>
internal sealed record PackLine(
    string Id, string Edition, LocalText Name, LocalText? Issuer, string? DocumentNo, LocalText? City, DateOnly? EffectiveFrom,
    DateOnly? EffectiveTo, int Services, int Rules, int Unverified)
{
    public static PackLine Of(RulePack pack) => new(
        pack.Id, pack.Edition, pack.Name, pack.Issuer, pack.DocumentNo, pack.City, pack.EffectiveFrom, pack.EffectiveTo, pack.Services.Count,
        pack.Rules.Count, pack.Rules.Count(r => r.Verification == Verification.Unverified));
}

/// <summary>A choice of the past; the newest is in use.</summary>
internal sealed record VersionLine(
    string Name, long Seq, string Pack, int Version, string Edition, string? BasedOn, string SavedAt, string? Note)
{
    public static VersionLine Of(RuleVersion v) => new(v.Name, v.Seq, v.Pack, v.Version, v.Edition, v.BasedOn, v.SavedAt, v.Note);
}

/// <summary>A pack as it works, and its text to be edited.</summary>
internal sealed record PackDetail(
    string Name, PackLine Pack, string? Extends, string Sha256, IReadOnlyList<ServiceLine> Services, IReadOnlyList<RuleLine> Rules,
    ComplexRule? Complex, JsonElement Json)
{
    private static readonly JsonDocumentOptions Options = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static PackDetail Of(string name, RulePack pack, string text) => new(
        name, PackLine.Of(pack), pack.Extends, pack.Sha256, [.. pack.Services.Select(ServiceLine.Of)], [.. pack.Rules.Select(RuleLine.Of)],
        pack.Complex, JsonDocument.Parse(text, Options).RootElement);
}

/// <summary>A service of a pack, with what it took over from others filled in.</summary>
internal sealed record ServiceLine(
    string Code, LocalText Name, double? LimitMetres, double? LimitMinutes, string Profile, string Group, LocalText Source,
    Verification Verification, double PeoplePerPlace, LocalText? PeoplePerPlaceSource, Verification PeoplePerPlaceVerification,
    RoomRule? Room)
{
    public static ServiceLine Of(ServiceRule s) => new(
        s.Code, s.Name, s.Limit.Metres, s.Limit.Minutes, s.Profile, s.Group, s.Source, s.Verification, s.PeoplePerPlace,
        s.PeoplePerPlaceSource, s.PeoplePerPlaceVerification, s.Room);
}

/// <summary>A rule of a pack, in the words of its text; measure and denominator are null where it is no walk.</summary>
internal sealed record RuleLine(
    string Id, string? Service, LocalText Name, string? Tier, string Criterion, double Value, double? ValueTo, string Force, string Level,
    string? Profile, string? Measure, string? Denominator, double? TargetShare, string Clause, LocalText Source, Verification Verification,
    LocalText? Note, bool Implied, IReadOnlyList<string>? Services)
{
    public static RuleLine Of(PlanningRule r) => new(
        r.Id, r.Service, r.Name, r.Tier is { } tier ? RuleWords.Tiers.Of(tier).Word : null, RuleWords.Criteria.Of(r.Criterion).Word, r.Value,
        r.ValueTo, RuleWords.Forces.Of(r.Force).Word, RuleWords.Levels.Of(r.Level).Word, r.Profile,
        r.IsWalk ? RuleWords.Measures.Of(r.Measure).Word : null, r.IsWalk ? RuleWords.Denominators.Of(r.Denominator).Word : null, r.TargetShare,
        r.Clause, r.Source, r.Verification, r.Note, r.IsImplied, r.Services);
}

/// <summary>What is to be in use from now on; one of the two.</summary>
/// <param name="Json">The whole document of a pack, to be saved as a new version.</param>
/// <param name="Pack">Name of a pack as it is: its id, or <c>id@n</c> for a version saved here.</param>
/// <param name="Note">What the user says about it.</param>
internal sealed record RulesRequest(JsonElement? Json = null, string? Pack = null, string? Note = null);
