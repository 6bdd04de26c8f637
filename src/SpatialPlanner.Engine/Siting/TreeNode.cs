namespace SpatialPlanner.Engine.Siting;

/// <summary>A part of the search space that may hold a better set.</summary>
internal sealed class TreeNode
{
    /// <summary>How its bound is found.</summary>
    public required CoreBound Source { get; init; }

    /// <summary>What is settled in it.</summary>
    public required ColumnState[] State { get; init; }

    /// <summary>Prices to go on from; never changed, so that two parts may share them.</summary>
    public required Prices Prices { get; set; }

    /// <summary>Nothing in it gains more.</summary>
    public double Bound { get; set; } = double.PositiveInfinity;

    /// <summary>Length of the price search's next steps, as a share of Polyak's.</summary>
    public double StepShare { get; set; } = 0.3;

    /// <summary>How often the relaxation chose each column of late, 0..1.</summary>
    public double[] Share { get; set; } = [];

    /// <summary>The same part as a problem of its own, without what is settled.</summary>
    public TreeNode Smaller(Incumbent incumbent, CancellationToken stop)
    {
        var large = Source.Problem;
        var to = Reduction.Of(large with { State = State });
        return new TreeNode
        {
            Source = new CoreBound(to, incumbent, stop),
            State = (ColumnState[])to.State.Clone(),
            Prices = Prices.For(large, to),
            Bound = Bound,
            StepShare = StepShare,
            Share = ShareIn(to),
        };
    }

    /// <summary>The shares of the columns of a problem reduced from this part's.</summary>
    public double[] ShareIn(ReducedProblem less)
    {
        var shares = new Dictionary<int, double>();
        for (var c = 0; c < Share.Length; c++)
        {
            shares[Source.Problem.Original[c]] = Share[c];
        }

        return [.. less.Original.Select(c => shares.GetValueOrDefault(c))];
    }
}
