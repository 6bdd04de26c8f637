using NetTopologySuite.Geometries;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Engine.Work;
using SpatialPlanner.Planning.Demand;
using SpatialPlanner.Planning.Patches;

namespace SpatialPlanner.Data.Results;

/// <content>Gap patches.</content>
public sealed partial class Assessment
{
    /// <summary>The patches and remainders of every service, in the order of <see cref="Answers"/>.</summary>
    public IReadOnlyList<IReadOnlyList<GapPatch>> GapPatches => Once(() =>
    {
        ServiceReach[] reaches =
        [
            .. Answers.Select(a => new ServiceReach(a.Service.Code, DemandGroups.IndexOf(a.Service.Group), a.Walks, a.Limit)),
        ];
        var outlines = new Geometry?[loaded.District.Buildings.Count];
        var patches = new GapPatches(loaded.District, b => outlines[b] ??= LocalOutline(b), reaches, PatchOptions.Default);
        var found = new IReadOnlyList<GapPatch>[reaches.Length];
        Workers.Run(
            found.Length, Environment.ProcessorCount, () => 0, (_, i) => found[i] = patches.Of(i), CancellationToken.None);
        return (IReadOnlyList<IReadOnlyList<GapPatch>>)found;
    });

    // Two threads that ask at a time make the same outline twice, which is cheaper than to wait.
    private Geometry LocalOutline(int building) =>
        loaded.Projection.ToLocal(loaded.Rows[WorkspaceLayers.Buildings][building].Geometry!);
}
