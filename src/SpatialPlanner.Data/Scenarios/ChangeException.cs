using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Scenarios;

/// <summary>A change names what the district does not have, or says what makes no sense.</summary>
public sealed class ChangeException(string field, LocalText what) : Exception($"{field}: {what.En}")
{
    /// <summary>Place in the changes, <c>open_gates[2]</c>.</summary>
    public string Field { get; } = field;

    /// <summary>What is wrong with it.</summary>
    public LocalText What { get; } = what;
}
