using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Coverage;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Data.Results.Fixes;

/// <summary>Idle spaces that may take the service and lie within the building's walk.</summary>
internal static class IdleSpaceFixes
{
    private const int AtMost = 3;
    private static readonly RowReader Read = new(WorkspaceLayers.IdleSpaces);
    private static readonly Func<LayerRow, string?> Status = Read.Text("status");
    private static readonly Func<LayerRow, string?> Permitted = Read.Text("permitted_services");
    private static readonly Func<LayerRow, string?> Name = Read.Text("name");
    private static readonly Func<LayerRow, double?> CostCny = Read.Real("cost_cny");

    /// <summary>The cheapest of them, those of unknown cost last, and how many were looked at.</summary>
    public static (IReadOnlyList<Fix> Fixes, int LookedAt) Find(WalkTrial trial)
    {
        var rows = trial.Loaded.Rows[WorkspaceLayers.IdleSpaces].Where(r => MayBecome(r, trial.ServiceCode)).ToList();
        var places = rows.Select(r => trial.Loaded.Projection.ToLocal(r.Geometry!.Coordinate.X, r.Geometry.Coordinate.Y)).ToList();
        var reached = CostsTo(trial, places);
        var near = Enumerable.Range(0, rows.Count).Where(i => reached[i] != WalkCosts.Unreached)
            .OrderBy(i => CostCny(rows[i]) ?? double.PositiveInfinity).ThenBy(i => reached[i]);
        return ([.. near.Select(i => Try(trial, rows[i], places[i])).OfType<Fix>().Take(AtMost)], rows.Count);
    }

    /// <summary>True for a space that may take a service; one without a status is one that nobody has decided on.</summary>
    /// <param name="row">Row of the space.</param>
    /// <param name="service">Code of the service.</param>
    internal static bool MayBecome(LayerRow row, string service) =>
        Status(row) is null or "candidate" or "reserve"
        && (Permitted(row) is not { Length: > 0 } permitted
            || permitted.Split(';', StringSplitOptions.TrimEntries).Contains(service));

    private static int[] CostsTo(WalkTrial trial, List<(double X, double Y)> places)
    {
        var links = new LinkageBuilder();
        foreach (var (x, y) in places)
        {
            trial.District.PlaceLinker.Link(x, y, links);
            links.EndPoint();
        }

        return NearestFacility.Find(
            trial.District.Network, trial.CostsOf(trial.District.Network), trial.District.BuildingLinks, [trial.Building],
            links.Build(), trial.LimitMm, trial.Search).CostMm;
    }

    private static Fix? Try(WalkTrial trial, LayerRow row, (double X, double Y) at)
    {
        var change = new Modification.AddFacility(at.X, at.Y, 1UL << trial.Service);
        return trial.After(change) is var (metres, seconds)
            ? new Fix(
                FixKind.IdleSpace, change, (string)row.Values[0]!, Name(row), row.Geometry!.Coordinate, null, null,
                CostCny(row), metres, seconds)
            : null;
    }
}
