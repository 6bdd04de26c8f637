namespace SpatialPlanner.Data.Sample;

/// <summary>Divides superblocks into communities; the lines between them are secondary streets.</summary>
internal sealed class CommunityPlan(SampleRecipe recipe, SampleNames names)
{
    private readonly SampleRandom _random = new(recipe.Seed, 3);
    private readonly Dictionary<int, int> _countOfSubdistrict = [];

    public List<Community> Communities { get; } = [];

    public List<Street> Streets { get; } = [];

    public void Add(Superblock block) => Divide(block, block.Land, block.Built, block.Communities);

    private void Divide(Superblock block, ConvexCell land, ConvexCell built, int count)
    {
        if (count == 1)
        {
            Communities.Add(Make(block, land, built));
            return;
        }

        var left = count / 2;
        var share = ((double)left / count) + _random.Between(-0.05, 0.05);
        var cut = CellCut.Make(land, share, _random.Between(-0.09, 0.09), StreetKind.Secondary)
            ?? throw new InvalidOperationException("A superblock cannot be divided; check the maps of the recipe.");
        var street = CellCut.At(built, cut.A, cut.B - cut.A, StreetKind.Secondary)
            ?? throw new InvalidOperationException("A superblock cannot be divided; check the maps of the recipe.");
        Streets.Add(new Street(
            street.A, street.B, StreetKind.Secondary.ClassName(), names.Street(StreetKind.Secondary))
        { MayBeJoined = true });
        Divide(block, cut.Left, street.Left, left);
        Divide(block, cut.Right, street.Right, count - left);
    }

    private Community Make(Superblock block, ConvexCell land, ConvexCell built)
    {
        var number = _countOfSubdistrict[block.Subdistrict] =
            _countOfSubdistrict.GetValueOrDefault(block.Subdistrict) + 1;
        var (zh, en) = names.Fresh();
        var elderly = block.Housing switch
        {
            HousingKind.Lanes => 0.275,
            HousingKind.WalkUp => 0.248,
            HousingKind.MidRise => 0.192,
            _ => 0.14,
        };
        return new Community(
            Communities.Count, block.Subdistrict, $"990001{block.Subdistrict:000}{number:000}", zh, en, block.Housing,
            land, built)
        { ElderlyShare = elderly * _random.Between(0.86, 1.14) };
    }
}
