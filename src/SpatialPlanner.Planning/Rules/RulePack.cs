namespace SpatialPlanner.Planning.Rules;

/// <summary>A versioned set of rules: the services, their limits and sources, the walkers and the constants.</summary>
/// <param name="Id">Id, also the file name under <c>data/rules</c>.</param>
/// <param name="Edition">Edition of the pack.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Profiles">Walkers; the first is the default.</param>
/// <param name="Population">Constants of the population estimate.</param>
/// <param name="Services">Services in the order of tables. At most 64, so that a set of them fits in a word.</param>
public sealed record RulePack(
    string Id,
    string Edition,
    LocalText Name,
    IReadOnlyList<WalkerProfile> Profiles,
    PopulationConstants Population,
    IReadOnlyList<ServiceRule> Services)
{
    /// <summary>
    /// SHA-256 of the text the pack was read from, lower-case hex: a changed limit is another pack, whatever its edition
    /// says. Empty for a pack that was not read from text.
    /// </summary>
    public string Sha256 { get; init; } = "";

    /// <summary>
    /// Profile code of the walker of each demand group of one age column, by group code; a group that is not named walks as
    /// the service's own walker.
    /// </summary>
    public IReadOnlyDictionary<string, string> GroupProfiles { get; init; } = new Dictionary<string, string>();

    /// <summary>Waits at crossings, in the order of <see cref="CrossingRule.Classes"/>; a class not named costs none.</summary>
    public IReadOnlyList<CrossingRule> Crossings { get; init; } = [];

    /// <summary>The rules, in the order of the tables. Every service has at least one walk rule (see <see cref="PlanningRule.IsImplied"/>).</summary>
    public IReadOnlyList<PlanningRule> Rules { get; init; } = [];

    /// <summary>Weights of the floating catchments; null for those of the papers.</summary>
    public CatchmentRule? Catchment { get; init; }

    /// <summary>When a site is a complex; null where the pack does not say.</summary>
    public ComplexRule? Complex { get; init; }

    /// <summary>Who issued the document that the pack follows; null where nobody did.</summary>
    public LocalText? Issuer { get; init; }

    /// <summary>Number of that document.</summary>
    public string? DocumentNo { get; init; }

    /// <summary>City that the pack is for; null for any.</summary>
    public LocalText? City { get; init; }

    /// <summary>First day on which it holds, or null.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day on which it holds, or null.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Id of the pack whose walkers, services and constants this one takes over where it does not say; null for none.</summary>
    public string? Extends { get; init; }

    /// <summary>Index of a service in <see cref="Services"/>, or -1.</summary>
    /// <param name="code">Service code.</param>
    public int IndexOfService(string code)
    {
        for (var i = 0; i < Services.Count; i++)
        {
            if (Services[i].Code == code)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Seconds that a crossing of a class costs; 0 where the pack has no such class.</summary>
    /// <param name="crossing">Class, or null where there is no crossing.</param>
    public double WaitS(string? crossing) => Crossings.FirstOrDefault(c => c.Class == crossing)?.WaitS ?? 0;

    /// <summary>The profile of a code, or null.</summary>
    /// <param name="code">Profile code.</param>
    public WalkerProfile? FindProfile(string code) => Profiles.FirstOrDefault(p => p.Code == code);
}
