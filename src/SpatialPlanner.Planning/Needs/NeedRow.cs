using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Planning.Rules;

namespace SpatialPlanner.Planning.Needs;

/// <summary>Need, have and gap of one rule in one area; amounts in hundredths of the rule's unit.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Level">Level of the area.</param>
/// <param name="Area">The area, as its place in the tables' areas.</param>
/// <param name="IsSum">
/// True where the rule is asked of smaller areas and the row adds these up: what one has too much does not fill another's gap.
/// </param>
/// <param name="People">For whom.</param>
/// <param name="GroupPeople">People of the service's group; everybody for a rule of all services together.</param>
/// <param name="Required">What the rule asks for.</param>
/// <param name="Have">What is there.</param>
/// <param name="Shortfall">What is missing.</param>
/// <param name="Areas">Areas of the rule's level in the row of which the rule asks anything.</param>
/// <param name="AreasShort">Those that have less.</param>
/// <param name="AreasUnknown">Of these, those where open facilities have an unknown size.</param>
public sealed record NeedRow(
    PlanningRule Rule, AreaLevel Level, int Area, bool IsSum, AreaPeople People, long GroupPeople, long Required,
    Holdings Have, long Shortfall, int Areas, int AreasShort, int AreasUnknown)
{
    /// <summary>Share of what is required that is there, 0..1; null where nothing is.</summary>
    public double? ShareMet => Required == 0 ? null : (double)(Required - Shortfall) / Required;

    /// <summary>The verdict.</summary>
    public NeedVerdict Verdict =>
        Required == 0 ? NeedVerdict.NothingRequired
        : AreasShort == 0 ? NeedVerdict.Met
        : AreasUnknown == AreasShort ? NeedVerdict.NotKnown : NeedVerdict.NotMet;

    /// <summary>
    /// How pressing the gap is: the share that is missing × people of the group × 1 for a mandatory rule, ½ for a
    /// recommended and ¼ for an optional one. So the figure of a mandatory rule is in people. Null where nothing is known
    /// to be missing, and for sums.
    /// </summary>
    public double? Score => IsSum || Verdict != NeedVerdict.NotMet ? null : (1 - ShareMet) * GroupPeople * WeightOf(Rule.Force);

    /// <summary>Place of the gap among those of its rule, from 1; null where there is no score.</summary>
    public int? Priority { get; init; }

    private static double WeightOf(RuleForce force) => force switch
    {
        RuleForce.Mandatory => 1,
        RuleForce.Recommended => 0.5,
        _ => 0.25,
    };
}
