using NetTopologySuite.Geometries;
using SpatialPlanner.Engine.Districts;
using SpatialPlanner.Engine.Linking;
using SpatialPlanner.Engine.Network;
using SpatialPlanner.Engine.Scenarios;

namespace SpatialPlanner.Tests.Support;

/// <summary>
/// A small district drawn by lot: crooked blocks, some of them gated compounds with paths and gates, hills, escalators
/// and waits, homes with and without doors, facilities of three services, an island.
/// </summary>
internal sealed class RandomDistrict
{
    private const double Block = 90;
    private readonly Random random;
    private readonly int blocks;
    private readonly WalkNetworkBuilder builder = new();
    private readonly List<CompoundWall> compounds = [];
    private int junctions;

    public RandomDistrict(int seed)
    {
        random = new Random(seed);
        blocks = random.Next(2, 6);
        junctions = (blocks + 1) * (blocks + 1);
        Streets();
        for (var j = 0; j < blocks; j++)
        {
            for (var i = 0; i < blocks; i++)
            {
                if (random.Next(3) == 0)
                {
                    Compound(i * Block, j * Block);
                }
            }
        }

        builder.AddStraightEdge(junctions, junctions + 1, -400, -400, -300, -400);
        District = Make(builder.Build());
    }

    public District District { get; }

    /// <summary>One to four changes of any kind.</summary>
    public Scenario Changes() => new([.. Enumerable.Range(0, random.Next(1, 5)).Select(_ => Change())]);

    /// <summary>A facility more, a gate opened or a path more: what cannot make a walk longer.</summary>
    public Scenario Improvement() => new([random.Next(3) switch
    {
        0 => new Modification.AddFacility(At(), At(), Services()),
        1 when District.PlaceLinker.Gates.Count > 0 => new Modification.OpenGate(random.Next(District.PlaceLinker.Gates.Count)),
        _ => Path(),
    }]);

    private Modification Change()
    {
        var (facility, gates) = (random.Next(District.Facilities.Count), District.PlaceLinker.Gates.Count);
        return random.Next(9) switch
        {
            0 => new Modification.AddFacility(At(), At(), Services()),
            1 => new Modification.CloseFacility(facility),
            2 => new Modification.MoveFacility(facility, At(), At()),
            3 => new Modification.SetServices(facility, Services()),
            4 or 5 when gates > 0 => new Modification.OpenGate(random.Next(gates)),
            6 when gates > 0 => new Modification.CloseGate(random.Next(gates)),
            7 => new Modification.ClosePath(random.Next(District.Network.EdgeCount)),
            _ => Path(),
        };
    }

    private Modification.AddPath Path()
    {
        var points = random.Next(2, 4);
        double[] Along() => [.. Enumerable.Range(0, points).Select(_ => At())];
        return new Modification.AddPath(Along(), Along(), random.Next(4) == 0);
    }

    private double At() => (random.NextDouble() * ((blocks * Block) + 60)) - 30;

    private ulong Services() => (ulong)random.Next(1, 8);

    private void Streets()
    {
        var side = blocks + 1;
        var x = Enumerable.Range(0, side * side).Select(v => (v % side * Block) + random.Next(-8, 8)).ToArray();
        var y = Enumerable.Range(0, side * side).Select(v => (v / side * Block) + random.Next(-8, 8)).ToArray();
        for (var v = 0; v < side * side; v++)
        {
            foreach (var (exists, w) in new[] { (v % side < blocks, v + 1), (v / side < blocks, v + side) })
            {
                if (exists && random.Next(5) > 0)
                {
                    builder.AddStraightEdge(v, w, x[v], y[v], x[w], y[w], Traits(false));
                }
            }
        }
    }

    private EdgeTraits Traits(bool residentsOnly) => new(
        residentsOnly, random.Next(6) == 0 ? random.Next(40_000) : 0, random.Next(8) == 0,
        random.Next(3) == 0 ? (float)((random.NextDouble() - 0.5) / 3) : 0,
        random.Next(9) == 0 ? (EdgePassage)random.Next(3) : EdgePassage.Both);

    /// <summary>A wall 15 m inside the block, one to three gates, and with luck paths from the middle to them.</summary>
    private void Compound(double x, double y)
    {
        var wall = new Envelope(x + 15, x + Block - 15, y + 15, y + Block - 15);
        var middle = new Coordinate(x + (Block / 2), y + (Block / 2));
        var hasPaths = random.Next(3) > 0;
        var (centre, gates) = (junctions++, new List<WallGate>());
        foreach (var (gx, gy) in new[] { (middle.X, wall.MinY), (middle.X, wall.MaxY), (wall.MinX, middle.Y) })
        {
            if (random.Next(3) == 0)
            {
                continue;
            }

            var (at, isOpen) = (new Coordinate(gx, gy), random.Next(3) > 0);
            gates.Add(new WallGate($"g{compounds.Count}.{gates.Count}", at, isOpen));
            var gate = junctions++;
            if (hasPaths)
            {
                // A path to a closed gate stops short of it.
                var share = isOpen ? 1 : 0.8;
                builder.AddStraightEdge(
                    centre, isOpen ? gate : junctions++, middle.X, middle.Y, middle.X + (share * (gx - middle.X)),
                    middle.Y + (share * (gy - middle.Y)), Traits(random.Next(4) > 0));
                builder.AddStraightEdge(
                    gate, junctions++, gx, gy, gx + ((gx - middle.X) / 2), gy + ((gy - middle.Y) / 2));
            }
        }

        if (gates.Count > 0)
        {
            compounds.Add(new CompoundWall(new GeometryFactory().ToGeometry(wall), gates));
        }
    }

    private District Make(WalkNetwork network)
    {
        var linker = new PlaceLinker(network, new EdgeIndex(network), compounds, District.LinkLimitMetres);
        var (homes, facilities) = (30 + random.Next(40), 4 + random.Next(6));
        double[] Places(int count) => [.. Enumerable.Range(0, count).Select(_ => At())];
        var (x, y, fx, fy) = (Places(homes), Places(homes), Places(facilities), Places(facilities));
        var (doors, entrances) = (Doors(x, y), Doors(fx, fy));
        return new District
        {
            Network = network,
            PlaceLinker = linker,
            Areas = new AreaColumns
            {
                Level = [AreaLevel.District],
                Code = ["d"],
                Name = ["区"],
                NameEn = ["District"],
            },
            Buildings = new BuildingColumns
            {
                Id = [.. Enumerable.Range(0, homes).Select(b => $"b{b}")],
                X = x,
                Y = y,
                People = [[.. Enumerable.Range(0, homes).Select(_ => random.Next(50))]],
                Dwellings = new int[homes],
                Residential = new bool[homes],
                Area = [new int[homes]],
            },
            BuildingEntrances = doors,
            BuildingLinks = Link(linker, doors, x, y),
            Facilities = new FacilityColumns
            {
                Id = [.. Enumerable.Range(0, facilities).Select(f => $"f{f}")],
                X = fx,
                Y = fy,
                Services = [.. Enumerable.Range(0, facilities).Select(_ => Services())],
                IsOpen = [.. Enumerable.Range(0, facilities).Select(_ => random.Next(4) > 0)],
            },
            FacilityEntrances = entrances,
            FacilityLinks = Link(linker, entrances, fx, fy),
            Fingerprint = "random",
        };
    }

    private PlaceEntrances Doors(double[] x, double[] y) => new(
        Enumerable.Range(0, x.Length).Where(_ => random.Next(6) == 0).ToDictionary(
            i => i, i => Enumerable.Range(1, random.Next(1, 4))
                .Select(_ => new Coordinate(x[i] + random.Next(-9, 9), y[i] + random.Next(-9, 9))).ToArray()));

    private static Linkage Link(PlaceLinker linker, PlaceEntrances entrances, double[] x, double[] y)
    {
        var links = new LinkageBuilder();
        for (var i = 0; i < x.Length; i++)
        {
            linker.Link(entrances, i, x[i], y[i], links);
            links.EndPoint();
        }

        return links.Build();
    }
}
