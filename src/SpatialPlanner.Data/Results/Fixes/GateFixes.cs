using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Data.Results.Fixes;

/// <summary>Closed gates whose opening brings the building within the limit.</summary>
internal static class GateFixes
{
    private const int AtMost = 3;

    // A gate that helps lies about the building or the facility; beyond a dozen the detours only grow.
    private const int TriedAtMost = 12;
    private static readonly RowReader ReadEntrance = new(WorkspaceLayers.Entrances);
    private static readonly Func<LayerRow, string?> OfId = ReadEntrance.Text("of_id");
    private static readonly Func<LayerRow, string?> CompoundName = new RowReader(WorkspaceLayers.Compounds).Text("name");

    /// <summary>Those with the shortest walks, and how many gates were looked at.</summary>
    public static (IReadOnlyList<Fix> Fixes, int LookedAt) Find(WalkTrial trial)
    {
        var candidates = Candidates(trial);
        var fixes = candidates.Select(g => Try(trial, g)).OfType<Fix>().OrderBy(f => f.Seconds).ThenBy(f => f.Metres);
        return ([.. fixes.Take(AtMost)], candidates.Count);
    }

    // No walk through a gate is shorter than the straight line by it, even downhill all the way.
    private static List<int> Candidates(WalkTrial trial)
    {
        var (gates, buildings, facilities) = (
            trial.District.PlaceLinker.Gates, trial.District.Buildings, trial.District.Facilities);
        var open = facilities.OpenWith(trial.Service);
        var reach = trial.LimitMm / 1000.0 * WalkerPace.FastestShare;
        double Metres(Coordinate at, double x, double y) => at.Distance(new Coordinate(x, y));
        var near =
            from g in Enumerable.Range(0, gates.Count)
            let at = gates[g].Gate.At
            where !gates[g].Gate.IsOpen && open.Length > 0
            let there = Metres(at, buildings.X[trial.Building], buildings.Y[trial.Building])
            where there <= reach
            let straight = there + open.Min(f => Metres(at, facilities.X[f], facilities.Y[f]))
            where straight <= reach
            orderby straight, g
            select g;
        return [.. near.Take(TriedAtMost)];
    }

    private static Fix? Try(WalkTrial trial, int gate)
    {
        var (id, change) = (trial.District.PlaceLinker.Gates[gate].Gate.Id, new Modification.OpenGate(gate));
        if (trial.After(change) is not var (metres, seconds))
        {
            return null;
        }

        var row = trial.Loaded.Rows[WorkspaceLayers.Entrances].First(r => (string)r.Values[0]! == id);
        var compound = trial.Loaded.Rows[WorkspaceLayers.Compounds].FirstOrDefault(r => (string)r.Values[0]! == OfId(row));
        return new Fix(
            FixKind.OpenGate, change, id, compound is null ? null : CompoundName(compound), row.Geometry!.Coordinate, null,
            null, null, metres, seconds);
    }
}
