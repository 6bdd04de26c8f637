namespace SpatialPlanner.Planning.Pilots;

/// <summary>How pilots are to be chosen.</summary>
/// <param name="Count">How many.</param>
/// <param name="Weights">Weight of each criterion, in any unit: they are divided by their sum.</param>
/// <param name="LeastPerSubdistrict">At least so many in each subdistrict.</param>
/// <param name="MostPerSubdistrict">At most so many in each; null for no bound.</param>
public sealed record PilotQuestion(
    int Count, IReadOnlyList<double> Weights, int LeastPerSubdistrict = 0, int? MostPerSubdistrict = null)
{
    /// <summary>Seed of the random weights; the same seed gives the same bytes.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many random sets of weights are tried.</summary>
    public int Draws { get; init; } = 1000;

    /// <summary>By how much of itself each weight is moved at random, either way.</summary>
    public double Spread { get; init; } = 0.2;

    /// <summary>What cannot be met, as a sentence and the field that it is about; null where all can.</summary>
    /// <param name="sizes">Communities that can be chosen in each subdistrict.</param>
    public (string Field, LocalText What)? Contradiction(IReadOnlyList<int> sizes)
    {
        var (all, most) = (sizes.Sum(), MostPerSubdistrict ?? int.MaxValue);
        return Weights.Any(w => !double.IsFinite(w)) ? ("weights", new("权重必须是有限的数", "a weight must be a finite number"))
            : Weights.Any(w => w < 0) ? ("weights", new("权重不能为负：成本型指标的方向已内置", "a weight cannot be negative: the direction of a criterion is built in"))
            : !(Weights.Sum() > 0) ? ("weights", new("权重不能全为 0", "the weights cannot all be 0"))
            : !double.IsFinite(Weights.Sum()) ? ("weights", new("权重之和过大", "the sum of the weights is too large"))
            : Count < 1 ? ("count", new("试点数量至少为 1", "choose at least 1 pilot"))
            : Count > all ? ("count", new($"要选 {Count} 个试点，但只有 {all} 个社区可选", $"{Count} pilots are asked for, but only {all} communities can be chosen"))
            : LeastPerSubdistrict < 0 ? ("per_subdistrict_min", new("每个街道的下限不能为负", "the least number of a subdistrict cannot be negative"))
            : most < 1 ? ("per_subdistrict_max", new("每个街道的上限至少为 1", "the most of a subdistrict is at least 1"))
            : LeastPerSubdistrict > most ? ("per_subdistrict_min", new($"每个街道至少 {LeastPerSubdistrict} 个与最多 {most} 个矛盾", $"at least {LeastPerSubdistrict} and at most {most} a subdistrict contradict each other"))
            : sizes.Any(s => s < LeastPerSubdistrict) ? ("per_subdistrict_min", new($"有街道只有 {sizes.Min()} 个社区可选，少于每街道至少 {LeastPerSubdistrict} 个", $"a subdistrict has only {sizes.Min()} communities to choose from, fewer than {LeastPerSubdistrict}"))
            : (long)LeastPerSubdistrict * sizes.Count > Count ? ("per_subdistrict_min", new($"{sizes.Count} 个街道各至少 {LeastPerSubdistrict} 个，共 {(long)LeastPerSubdistrict * sizes.Count} 个，多于试点总数 {Count}", $"{sizes.Count} subdistricts with at least {LeastPerSubdistrict} each make {(long)LeastPerSubdistrict * sizes.Count}, more than the {Count} pilots"))
            : sizes.Sum(s => (long)Math.Min(s, most)) is var room && room < Count ? ("per_subdistrict_max", new($"每个街道最多 {most} 个时只能选出 {room} 个，少于 {Count} 个", $"with at most {most} a subdistrict only {room} can be chosen, fewer than {Count}"))
            : null;
    }
}
