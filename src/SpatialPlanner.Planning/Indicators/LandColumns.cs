using SpatialPlanner.Engine.Linking;

namespace SpatialPlanner.Planning.Indicators;

/// <summary>The points that stand for residential land, one entry each.</summary>
public sealed class LandColumns
{
    /// <summary>Parcel of each point, as the place of its row.</summary>
    public required int[] Parcel { get; init; }

    /// <summary>Local east, metres.</summary>
    public required double[] X { get; init; }

    /// <summary>Local north, metres.</summary>
    public required double[] Y { get; init; }

    /// <summary>Land that each point stands for, dm²; those of a parcel add up to its area.</summary>
    public required long[] AreaDm2 { get; init; }

    /// <summary>Where the points stand on the network.</summary>
    public required Linkage Links { get; init; }

    /// <summary>Number of points.</summary>
    public int Count => X.Length;
}
