namespace SpatialPlanner.Data.Sample;

/// <summary>
/// Divides communities into parcels. Some of the lines become lanes, the others are walls that parcels share, which
/// is what makes superblocks: a compound has a street on one or two sides and neighbours on the rest.
/// </summary>
internal sealed class ParcelPlan(SampleRecipe recipe, SampleNames names)
{
    private const double LeastFrontageMetres = 40;
    private readonly SampleRandom _random = new(recipe.Seed, 4);

    public List<Parcel> Parcels { get; } = [];

    public List<Street> Streets { get; } = [];

    /// <summary>Divides one community.</summary>
    /// <param name="community">The community.</param>
    /// <param name="count">Number of parcels wished for.</param>
    public void Add(Community community, int count)
    {
        var cells = new List<ConvexCell>();
        Divide(community, community.Built, count, cells);
        var uses = Uses(cells.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            var housing = Housing(community.Housing);
            var parcel = new Parcel(Parcels.Count, community.Index, uses[i], housing, cells[i]);
            Parcels.Add(parcel);
        }
    }

    private void Divide(Community community, ConvexCell cell, int count, List<ConvexCell> cells)
    {
        var cut = count == 1 ? null : Cut(community, cell, count);
        if (cut is null)
        {
            cells.Add(cell);
            return;
        }

        Divide(community, cut.Left, count / 2, cells);
        Divide(community, cut.Right, count - (count / 2), cells);
    }

    private CellCut? Cut(Community community, ConvexCell cell, int count)
    {
        for (var attempt = 0; attempt < 6; attempt++)
        {
            var share = ((double)(count / 2) / count) + _random.Between(-0.08, 0.08);
            var skew = _random.Between(-0.07, 0.07);
            var kind = WishedKind(community.Housing, count);
            if (CellCut.Make(cell, share, skew, kind) is { } cut && Usable(cut, kind))
            {
                if (kind != StreetKind.Wall)
                {
                    Streets.Add(new Street(cut.A, cut.B, kind.ClassName(), names.Street(kind)) { MayBeJoined = true });
                }

                return cut;
            }
        }

        return null;
    }

    private StreetKind WishedKind(HousingKind housing, int count)
    {
        var streetShare = housing switch { HousingKind.Lanes => 0.75, HousingKind.WalkUp => 0.5, _ => 0.4 };
        return count switch
        {
            >= 8 => StreetKind.Residential,
            >= 5 => housing == HousingKind.Lanes ? StreetKind.Lane : StreetKind.Residential,
            >= 3 => _random.Chance(streetShare + 0.2) ? StreetKind.Lane : StreetKind.Wall,
            _ => _random.Chance(streetShare) ? StreetKind.Lane : StreetKind.Wall,
        };
    }

    /// <summary>A street must start somewhere, and both parts must be left with a side on a street.</summary>
    private static bool Usable(CellCut cut, StreetKind kind) =>
        (kind == StreetKind.Wall || cut.AtA != StreetKind.Wall || cut.AtB != StreetKind.Wall)
        && HasFrontage(cut.Left) && HasFrontage(cut.Right);

    private static bool HasFrontage(ConvexCell cell) => Enumerable.Range(0, cell.Count)
        .Any(i => cell.Sides[i].Kind != StreetKind.Wall && cell.SideLength(i) >= LeastFrontageMetres);

    private HousingKind Housing(HousingKind prevailing)
    {
        if (_random.Chance(0.74))
        {
            return prevailing;
        }

        var step = _random.Chance(0.5) ? 1 : -1;
        return (HousingKind)Math.Clamp((int)prevailing + step, (int)HousingKind.WalkUp, (int)HousingKind.Towers);
    }

    private ParcelUse[] Uses(int count)
    {
        var uses = new ParcelUse[count];
        Assign(uses, ParcelUse.School, _random.Chance(0.62) ? 1 : 0);
        Assign(uses, ParcelUse.Park, _random.Chance(0.42) ? 1 : 0);
        Assign(uses, ParcelUse.Civic, _random.Chance(0.5) ? 1 : 0);
        return uses;
    }

    private void Assign(ParcelUse[] uses, ParcelUse use, int times)
    {
        for (var i = 0; i < times; i++)
        {
            uses[_random.Whole(0, uses.Length - 1)] = use;
        }
    }
}
