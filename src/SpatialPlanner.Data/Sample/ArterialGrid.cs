namespace SpatialPlanner.Data.Sample;

/// <summary>
/// The irregular grid of arterials, with a moat along one of its lines and a railway along another. Superblocks lie
/// between the arterials; across moat and railway there are only the crossings of the recipe.
/// </summary>
internal sealed class ArterialGrid
{
    private const double SpacingMetres = 822;
    private const double JitterMetres = 85;
    private const double MoatHalfMetres = 30;
    private const double RailwayHalfMetres = 20;
    private const double MoatBeyondMetres = 400;

    private readonly SampleRecipe _recipe;
    private readonly Vec[,] _nodes;
    private readonly int _rows;
    private readonly int _columns;

    public ArterialGrid(SampleRecipe recipe)
    {
        _recipe = recipe;
        (_rows, _columns) = (recipe.SubdistrictMap.Count, recipe.SubdistrictMap[0].Length);
        _nodes = Nodes(new SampleRandom(recipe.Seed, 1));
        FitToArea();
    }

    /// <summary>The superblocks, row by row from the north-west.</summary>
    public IEnumerable<Superblock> Superblocks()
    {
        for (var j = 0; j < _rows; j++)
        {
            for (var i = 0; i < _columns; i++)
            {
                if (Inside(i, j))
                {
                    yield return new Superblock(
                        _recipe.SubdistrictMap[j][i] - '0', _recipe.CommunityMap[j][i] - '0',
                        Housing(_recipe.HousingMap[j][i]), Land(i, j), Built(i, j));
                }
            }
        }
    }

    /// <summary>Arterials, the streets on the banks, and the crossings of moat and railway.</summary>
    public IEnumerable<Street> Streets(SampleNames names) =>
        EastWest(names).Concat(NorthSouth(names)).Concat(Banks()).Concat(new BarrierCrossings(this, _recipe).Streets());

    /// <summary>Middle of the moat beside a grid column, and its direction.</summary>
    public (Vec Middle, Vec Direction) Moat(int column)
    {
        var (a, b) = (_nodes[column, _recipe.MoatRow], _nodes[column + 1, _recipe.MoatRow]);
        return (a.Towards(b, 0.45), (b - a).Unit);
    }

    /// <summary>Middle of the railway beside a grid row, and its direction.</summary>
    public (Vec Middle, Vec Direction) Railway(int row)
    {
        var (a, b) = (_nodes[_recipe.RailwayColumn, row], _nodes[_recipe.RailwayColumn, row + 1]);
        return (a.Towards(b, 0.55), (b - a).Unit);
    }

    /// <summary>Middle of the moat from west to east; it flows on beyond the district.</summary>
    public IReadOnlyList<Vec> MoatLine()
    {
        var nodes = Enumerable.Range(0, _columns + 1).Select(i => _nodes[i, _recipe.MoatRow]).ToList();
        return
        [
            nodes[0] + ((nodes[0] - nodes[1]).Unit * MoatBeyondMetres), .. nodes,
            nodes[^1] + ((nodes[^1] - nodes[^2]).Unit * MoatBeyondMetres),
        ];
    }

    public int Columns => _columns;

    public int Rows => _rows;

    /// <summary>
    /// Where the arterial from one grid node towards a neighbour begins: at the node, or at the bank where the node
    /// lies in the moat or on the railway.
    /// </summary>
    public Vec Start(int i, int j, int towardsI, int towardsJ)
    {
        var along = (_nodes[towardsI, towardsJ] - _nodes[i, j]).Unit;
        var half = i == towardsI ? MoatHalf(j) : RailwayHalf(i);
        return _nodes[i, j] + (along * half);
    }

    public bool HasArterial(int i, int j, int towardsI, int towardsJ)
    {
        if (i == towardsI)
        {
            var row = Math.Min(j, towardsJ);
            return RailwayHalf(i) == 0 && row >= 0 && row < _rows && (Inside(i - 1, row) || Inside(i, row));
        }

        var column = Math.Min(i, towardsI);
        return MoatHalf(j) == 0 && column >= 0 && column < _columns && (Inside(column, j - 1) || Inside(column, j));
    }

    private static HousingKind Housing(char letter) => letter switch
    {
        'L' => HousingKind.Lanes,
        'W' => HousingKind.WalkUp,
        'M' => HousingKind.MidRise,
        _ => HousingKind.Towers,
    };

    private bool Inside(int i, int j) =>
        j >= 0 && j < _rows && i >= 0 && i < _columns && _recipe.SubdistrictMap[j][i] != '.';

    private double MoatHalf(int j) => j == _recipe.MoatRow ? MoatHalfMetres : 0;

    private double RailwayHalf(int i) => i == _recipe.RailwayColumn ? RailwayHalfMetres : 0;

    private Vec[,] Nodes(SampleRandom random)
    {
        var nodes = new Vec[_columns + 1, _rows + 1];
        for (var j = 0; j <= _rows; j++)
        {
            for (var i = 0; i <= _columns; i++)
            {
                var x = (i - (_columns / 2.0)) * SpacingMetres;
                var y = ((_rows / 2.0) - j) * SpacingMetres;
                var jitter = new Vec(random.Between(-1, 1), random.Between(-1, 1)) * JitterMetres;
                nodes[i, j] = new Vec(x + (0.07 * y), y - (0.055 * x)) + jitter;
            }
        }

        return nodes;
    }

    private void FitToArea()
    {
        var area = Superblocks().Sum(s => s.Land.AreaM2);
        var factor = Math.Sqrt(_recipe.AreaKm2 * 1e6 / area);
        for (var j = 0; j <= _rows; j++)
        {
            for (var i = 0; i <= _columns; i++)
            {
                _nodes[i, j] *= factor;
            }
        }
    }

    private ConvexCell Land(int i, int j) => Cell(
        i, j, _nodes[i, j + 1], _nodes[i + 1, j + 1], _nodes[i + 1, j], _nodes[i, j]);

    private ConvexCell Built(int i, int j) => Cell(
        i, j, Corner(i, j + 1, i + 1, j), Corner(i + 1, j + 1, i, j), Corner(i + 1, j, i, j + 1),
        Corner(i, j, i + 1, j + 1));

    private ConvexCell Cell(int i, int j, Vec southWest, Vec southEast, Vec northEast, Vec northWest) => new(
        [
            new(southWest, Along(MoatHalf(j + 1))), new(southEast, Along(RailwayHalf(i + 1))),
            new(northEast, Along(MoatHalf(j))), new(northWest, Along(RailwayHalf(i))),
        ]);

    private static StreetKind Along(double half) => half > 0 ? StreetKind.Bank : StreetKind.Arterial;

    private Vec Corner(int i, int j, int oppositeI, int oppositeJ)
    {
        var east = (_nodes[oppositeI, j] - _nodes[i, j]).Unit * RailwayHalf(i);
        var north = (_nodes[i, oppositeJ] - _nodes[i, j]).Unit * MoatHalf(j);
        return _nodes[i, j] + east + north;
    }

    private IEnumerable<Street> EastWest(SampleNames names)
    {
        for (var j = 0; j <= _rows; j++)
        {
            var name = names.Arterial(j, eastWest: true);
            for (var i = 0; i < _columns; i++)
            {
                if (HasArterial(i, j, i + 1, j))
                {
                    yield return Arterial(Start(i, j, i + 1, j), Start(i + 1, j, i, j), name);
                }
            }
        }
    }

    private IEnumerable<Street> NorthSouth(SampleNames names)
    {
        for (var i = 0; i <= _columns; i++)
        {
            var name = names.Arterial(i, eastWest: false);
            for (var j = 0; j < _rows; j++)
            {
                if (HasArterial(i, j, i, j + 1))
                {
                    yield return Arterial(Start(i, j, i, j + 1), Start(i, j + 1, i, j), name);
                }
            }
        }
    }

    private IEnumerable<Street> Banks()
    {
        foreach (var built in Superblocks().Select(s => s.Built))
        {
            for (var side = 0; side < built.Count; side++)
            {
                if (built.Sides[side].Kind == StreetKind.Bank)
                {
                    yield return new Street(
                        built.At(side), built.At(side + 1), StreetKind.Bank.ClassName(),
                        SampleNames.Bank(moat: side % 2 == 0))
                    { MayBeJoined = true };
                }
            }
        }
    }

    private static Street Arterial(Vec from, Vec to, string name) =>
        new(from, to, StreetKind.Arterial.ClassName(), name) { MayBeJoined = true };
}
