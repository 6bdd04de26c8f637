using SpatialPlanner.Data.Crs;
using SpatialPlanner.Data.Problems;

namespace SpatialPlanner.Tests.Crs;

/// <summary>Texts and numbers that come from anywhere: refused or taken, never an exception of another kind.</summary>
public class HostileTextTests
{
    private static readonly string Degrees = CoordinateSystems.Wgs84.Wkt!;

    private static readonly string[] Texts =
    [
        CoordinateSystems.Find("4545").Wkt!,
        CoordinateSystems.Find("3857").Wkt!,
        CoordinateSystems.Find("2433", new DatumShift(1, 2, 3)).Wkt!.Replace("298.3]]", "298.3],TOWGS84[1,2,3,4,5,6,7]]", StringComparison.Ordinal),
        Projcs("Lambert_Conformal_Conic_2SP", "latitude_of_origin", 46.5, "central_meridian", 3, "standard_parallel_1", 49, "standard_parallel_2", 44),
        Projcs("Albers_Conic_Equal_Area", "latitude_of_center", 23, "longitude_of_center", 105, "standard_parallel_1", 25, "standard_parallel_2", 47),
        Projcs("Lambert_Azimuthal_Equal_Area", "latitude_of_center", 52, "longitude_of_center", 10),
        Projcs("Krovak", "latitude_of_center", 49.5, "longitude_of_center", 24.8, "azimuth", 30.3, "pseudo_standard_parallel_1", 78.5),
        Projcs("Hotine_Oblique_Mercator", "latitude_of_center", 4, "longitude_of_center", 115, "azimuth", 53.3, "rectified_grid_angle", 53.1),
        Projcs("Oblique_Stereographic", "latitude_of_origin", 52.2, "central_meridian", 5.4, "scale_factor", 0.9999),
        Projcs("Mercator_1SP", "central_meridian", 0, "scale_factor", 1),
        Projcs("Cassini_Soldner", "latitude_of_origin", 10, "central_meridian", 61),
        Projcs("Polyconic", "latitude_of_origin", 0, "central_meridian", -54),
    ];

    [Fact]
    public void TheTextsAreSystems() => Assert.All(Texts, t => Assert.False(CoordinateSystems.Parse(t).Code.Length == 0));

    [Fact]
    public void ATextWithMistakesIsTakenOrRefusedWithAReason()
    {
        var random = new Random(8);
        var (taken, refused) = (0, 0);
        for (var i = 0; i < 6000; i++)
        {
            var text = Damaged(Texts[random.Next(Texts.Length)], random);
            try
            {
                var (lon, lat) = CoordinateSystems.Parse(text, i % 3 == 0 ? new DatumShift(1, 2, 3) : null).ToWgs84(500_000, 3_800_000);
                taken += double.IsNaN(lon + lat) ? 0 : 1;
            }
            catch (InputException e)
            {
                Assert.NotEmpty(e.Problem.What.Zh);
                Assert.True(e.Problem.File.Length <= 60);
                refused++;
            }
        }

        Assert.True(taken > 500 && refused > 500, $"{taken} {refused}");
    }

    [Fact]
    public void AnyNumberIsTransformedWithoutAnException()
    {
        var random = new Random(9);
        double[] odd = [0, -0.0, 90, -90, 180, 1e300, -1e300, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 5e-324];
        foreach (var system in Texts.Select(t => CoordinateSystems.Parse(t)).Concat([CoordinateSystems.Gcj02, CoordinateSystems.Bd09]))
        {
            for (var i = 0; i < 500; i++)
            {
                var (x, y) = (Number(), Number());
                system.ToWgs84(x, y);
                system.FromWgs84(x, y);
            }
        }

        double Number() => random.Next(4) == 0 ? odd[random.Next(odd.Length)] : (random.NextDouble() - 0.5) * Math.Pow(10, random.Next(9));
    }

    [Fact]
    public void DeepAndLongTextsAreRefusedAtOnce()
    {
        Assert.Throws<InputException>(() => CoordinateSystems.Parse("PROJCS[" + string.Concat(Enumerable.Repeat("A[", 100_000))));
        Assert.Throws<InputException>(() => CoordinateSystems.Parse("PROJCS[" + new string('a', 1_000_000)));
        Assert.Throws<InputException>(() => CoordinateSystems.Parse(new string('9', 1_000_000)));
    }

    private static string Damaged(string text, Random random)
    {
        for (var n = random.Next(1, 4); n > 0; n--)
        {
            var at = random.Next(text.Length);
            var piece = Math.Min(random.Next(1, 12), text.Length - at);
            text = random.Next(5) switch
            {
                0 => text.Remove(at, piece),
                1 => text.Insert(at, text.Substring(at, piece)),
                2 => text[..at] + "0123456789-+.eE,[]\"()"[random.Next(21)] + text[(at + 1)..],
                3 => text[..Math.Max(20, at)],
                _ => text.Insert(at, random.Next(2) == 0 ? "1e400" : "-0"),
            };
        }

        return text;
    }

    private static string Projcs(string projection, params object[] parameters) =>
        $"PROJCS[\"p\",{Degrees},PROJECTION[\"{projection}\"]," + string.Concat(parameters.Chunk(2).Select(
            p => FormattableString.Invariant($"PARAMETER[\"{p[0]}\",{p[1]}],"))) + "PARAMETER[\"false_easting\",0],PARAMETER[\"false_northing\",0],UNIT[\"Meter\",1]]";
}
