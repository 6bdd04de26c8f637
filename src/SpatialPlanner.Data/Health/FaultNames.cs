using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Health;

/// <summary>The words for faults and their repair: in options, layers and keys, and for people.</summary>
public static class FaultNames
{
    /// <summary>Kinds by the word of the option <c>--repair</c>.</summary>
    public static readonly IReadOnlyDictionary<string, NetworkFaultKind> Options = new Dictionary<string, NetworkFaultKind>
    {
        ["zero-length"] = NetworkFaultKind.ZeroLength,
        ["duplicates"] = NetworkFaultKind.Duplicate,
        ["crossings"] = NetworkFaultKind.Crossing,
        ["undershoots"] = NetworkFaultKind.Undershoot,
    };

    /// <summary>Word of a kind in columns and keys.</summary>
    /// <param name="kind">The kind.</param>
    public static string Of(NetworkFaultKind kind) => kind switch
    {
        NetworkFaultKind.ZeroLength => "zero_length",
        NetworkFaultKind.Duplicate => "duplicate",
        NetworkFaultKind.Crossing => "crossing",
        _ => "undershoot",
    };

    /// <summary>What a repair does, as a word for columns.</summary>
    /// <param name="kind">The kind.</param>
    public static string RepairOf(NetworkFaultKind kind) => kind switch
    {
        NetworkFaultKind.ZeroLength => "leave_out_and_merge_ends",
        NetworkFaultKind.Duplicate => "leave_out",
        NetworkFaultKind.Crossing => "join_at_crossing",
        _ => "extend_and_join",
    };

    /// <summary>Name of a kind for people, in the plural.</summary>
    /// <param name="kind">The kind.</param>
    public static LocalText Title(NetworkFaultKind kind) => kind switch
    {
        NetworkFaultKind.ZeroLength => new("零长度路段", "zero-length edges"),
        NetworkFaultKind.Duplicate => new("重复路段", "duplicate edges"),
        NetworkFaultKind.Crossing => new("无节点交叉", "crossings without a junction"),
        _ => new("未接上的断头", "undershoots"),
    };
}
