using SpatialPlanner.Data.Layers;
using SpatialPlanner.Data.Scenarios;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Scenarios;
using SpatialPlanner.Planning.Hours;

namespace SpatialPlanner.Data.Districts;

/// <content>The district with the changes of a scenario.</content>
public sealed partial class LoadedDistrict
{
    private static readonly int FacilityName = WorkspaceLayers.Facilities.Require("name");

    /// <summary>
    /// The district with changes laid over it. Buildings and areas keep their places; a new facility has no row of its own, a new path
    /// no row of <c>walk_edges</c>.
    /// </summary>
    /// <param name="changes">The changes.</param>
    /// <param name="scenario">What they are called, for the record.</param>
    public LoadedDistrict In(Scenario changes, SavedScenario? scenario = null)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return With(changes.ApplyTo(District).District, Time, GatesShut, scenario);
    }

    /// <summary>The scenario that this is the district of; null for the district as it is.</summary>
    public SavedScenario? Scenario { get; private init; }

    /// <summary>The name of a facility; null where it has none, and for a new one of a scenario.</summary>
    /// <param name="facility">Facility.</param>
    public string? NameOfFacility(int facility) =>
        Rows[WorkspaceLayers.Facilities] is var rows && facility < rows.Count ? rows[facility].Values[FacilityName] as string : null;

    private LoadedDistrict With(District district, WeekTime? time, int gatesShut, SavedScenario? scenario) =>
        new(district, Pack, Projection, Rows, NetworkFromRows.RowOfEdge(RowOfEdge, district.Network), Areas, CommunityKind, CommunityNote, Ledger)
        {
            Info = Info,
            Imports = Imports,
            GateHours = GateHours,
            Warnings = Warnings,
            Time = time,
            GatesShut = gatesShut,
            Scenario = scenario,
        };
}
