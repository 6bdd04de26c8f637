using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Planning.Hours;

namespace SpatialPlanner.Data.Districts;

/// <content>The district at a time of the week.</content>
public sealed partial class LoadedDistrict
{
    /// <summary>The time of the week that this is the district at; null where every gate with hours counts as open.</summary>
    public WeekTime? Time { get; private init; }

    /// <summary>Number of gates that were closed for that time.</summary>
    public int GatesShut { get; private init; }

    /// <summary>The gates of compounds that are shut at a time though they are open at others, rising.</summary>
    /// <param name="time">The time.</param>
    public IReadOnlyList<int> GatesShutAt(WeekTime time)
    {
        var rows = Rows[WorkspaceLayers.Entrances];
        var shut = GateHours.Entrances.Where(e => !e.Hours.IsOpenAt(time))
            .Select(e => (string)rows[e.Row].Values[0]!).ToHashSet(StringComparer.Ordinal);
        var gates = District.PlaceLinker.Gates;
        return [.. Enumerable.Range(0, gates.Count).Where(g => gates[g].Gate.IsOpen && shut.Contains(gates[g].Gate.Id))];
    }

    /// <summary>The district at a time: gates that are not open then are closed.</summary>
    /// <param name="time">The time.</param>
    public LoadedDistrict At(WeekTime time)
    {
        var shut = GatesShutAt(time);
        var district = new Scenario([.. shut.Select(g => new Modification.CloseGate(g))]).ApplyTo(District).District;
        return With(district, time, shut.Count, Scenario);
    }
}
