namespace SpatialPlanner.Planning.Needs;

/// <summary>What an area has beside what it needs.</summary>
public enum NeedVerdict
{
    /// <summary>It has what the rule asks for.</summary>
    Met,

    /// <summary>It has less.</summary>
    NotMet,

    /// <summary>It has less as far as the data tell, and open facilities whose size they do not tell.</summary>
    NotKnown,

    /// <summary>Nobody is there for whom the rule asks for anything.</summary>
    NothingRequired,
}
