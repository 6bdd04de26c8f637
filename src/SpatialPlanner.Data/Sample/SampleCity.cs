namespace SpatialPlanner.Data.Sample;

/// <summary>The district as plans, before it becomes rows.</summary>
internal sealed class SampleCity
{
    private SampleCity(
        SampleNames names, List<Community> communities, List<Parcel> parcels, List<string> parcelNames,
        List<Street> streets, ParcelLayout layout, ArterialGrid grid)
    {
        (Names, Communities, Parcels, ParcelNames) = (names, communities, parcels, parcelNames);
        (Streets, Houses, Gates) = (streets, layout.Houses, layout.Gates);
        Moat = grid.MoatLine();
        Islet = grid.Moat(grid.Columns / 2);
    }

    public SampleNames Names { get; }

    public IReadOnlyList<Community> Communities { get; }

    public IReadOnlyList<Parcel> Parcels { get; }

    /// <summary>One name for each parcel.</summary>
    public IReadOnlyList<string> ParcelNames { get; }

    public IReadOnlyList<House> Houses { get; }

    public IReadOnlyList<Gate> Gates { get; }

    public IReadOnlyList<Street> Streets { get; }

    /// <summary>Middle of the moat, west to east.</summary>
    public IReadOnlyList<Vec> Moat { get; }

    /// <summary>Middle of the islet in the moat, and the moat's direction there.</summary>
    public (Vec Middle, Vec Direction) Islet { get; }

    public static SampleCity Plan(SampleRecipe recipe, CancellationToken ct)
    {
        var names = new SampleNames(recipe);
        var grid = new ArterialGrid(recipe);
        var communityPlan = new CommunityPlan(recipe, names);
        foreach (var block in grid.Superblocks())
        {
            communityPlan.Add(block);
        }

        var parcelPlan = new ParcelPlan(recipe, names);
        var communities = communityPlan.Communities;
        var total = communities.Sum(Weight);
        foreach (var community in communities)
        {
            ct.ThrowIfCancellationRequested();
            parcelPlan.Add(community, Math.Max(4, (int)Math.Round(recipe.Parcels * Weight(community) / total)));
        }

        var layout = new ParcelLayout(recipe);
        var parcelNames = parcelPlan.Parcels.Select(p => names.Compound(p.Housing)).ToList();
        var parcels = parcelPlan.Parcels.Select((p, i) => layout.Add(p, parcelNames[i])).ToList();
        return new SampleCity(
            names, communities, parcels, parcelNames,
            [.. grid.Streets(names), .. communityPlan.Streets, .. parcelPlan.Streets, .. layout.Streets], layout, grid);
    }

    private static double Weight(Community community) => community.Built.AreaM2 * community.Housing switch
    {
        HousingKind.Lanes => 1.1,
        HousingKind.WalkUp => 1.15,
        HousingKind.MidRise => 0.95,
        _ => 0.78,
    };
}
