using NetTopologySuite.Geometries;
using NetTopologySuite.Geometries.Utilities;
using SpatialPlanner.Data.Districts;
using SpatialPlanner.Data.Layers;
using SpatialPlanner.Planning;
using SpatialPlanner.Planning.Patches;

namespace SpatialPlanner.Data.Results;

/// <summary>
/// The result layer <c>gap_patches</c>: for each service the uncovered homes as areas to work on, and for each community the
/// scattered homes that are no patch, without geometry.
/// </summary>
public static class GapPatchesLayer
{
    private static readonly LayerColumn[] Columns =
    [
        new("id", ColumnType.Text), new("kind", ColumnType.Text, ["patch", "rest"]), new("service", ColumnType.Text),
        new("rank", ColumnType.Whole), new("name", ColumnType.Text), new("name_en", ColumnType.Text),
        new("community", ColumnType.Text), new("group", ColumnType.Text), new("people", ColumnType.Whole),
        new("all_people", ColumnType.Whole), new("unreached_people", ColumnType.Whole), new("buildings", ColumnType.Whole),
        new("unreached_buildings", ColumnType.Whole), new("pieces", ColumnType.Whole), new("area_m2", ColumnType.Real),
        new("worst_m", ColumnType.Real), new("worst_s", ColumnType.Real), new("services_missing", ColumnType.Text),
    ];

    /// <summary>The layer.</summary>
    public static ResultLayer Layer { get; } = new(
        "gap_patches", new("盲区片区", "Gap patches"), LayerGeometry.Polygon,
        assessment =>
        {
            var names = new PatchNames(assessment.Loaded);
            return (Columns,
            [
                .. assessment.GapPatches.SelectMany((patches, s) => patches.Zip(names.Of(patches), (patch, name) =>
                    RowOf(assessment.Loaded, assessment.Answers[s].Service.Group, patch, name))),
            ]);
        });

    private static LayerRow RowOf(LoadedDistrict loaded, string group, GapPatch patch, LocalText name)
    {
        var community = loaded.Areas[patch.Community].Area.Code;
        return new LayerRow(patch.Outline is { } outline ? Drawn(loaded, outline) : null,
        [
            patch.Rank is { } rank ? $"{patch.Service}/{rank}" : $"{patch.Service}/rest/{community}",
            patch.Rank is null ? "rest" : "patch", patch.Service, (long?)patch.Rank, name.Zh, name.En, community, group,
            patch.People, patch.AllPeople, patch.UnreachedPeople, (long)patch.Buildings.Length,
            (long)patch.UnreachedBuildings, (long)patch.Pieces,
            patch.Outline is { } shape ? Math.Round(shape.Area, 1) : null, patch.WorstMetres,
            patch.WorstSeconds is { } seconds ? Math.Round(seconds, 3) : null, string.Join(';', patch.Missing),
        ]);
    }

    // Rounding to a centimetre may fold a corner over.
    private static Geometry Drawn(LoadedDistrict loaded, Geometry outline)
    {
        var drawn = loaded.Projection.ToLonLat(outline);
        return drawn.IsValid ? drawn : GeometryFixer.Fix(drawn);
    }
}
