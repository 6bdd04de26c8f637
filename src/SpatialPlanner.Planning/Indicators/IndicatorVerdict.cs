namespace SpatialPlanner.Planning.Indicators;

/// <summary>What an indicator says beside the target of its rule.</summary>
public enum IndicatorVerdict
{
    /// <summary>The share reaches the target.</summary>
    Met,

    /// <summary>It does not.</summary>
    NotMet,

    /// <summary>The document sets no target.</summary>
    NoTarget,

    /// <summary>There is nothing to take a share of: the data lack it, or the area has none.</summary>
    NoData,
}
