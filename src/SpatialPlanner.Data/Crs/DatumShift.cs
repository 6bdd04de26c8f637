using System.Globalization;
using SpatialPlanner.Data.Problems;
using SpatialPlanner.Planning;

namespace SpatialPlanner.Data.Crs;

/// <summary>
/// Three or seven parameters from a datum's geocentric metres to those of WGS 84 (布尔沙七参数, Bursa–Wolf), as in
/// <c>TOWGS84</c>: position-vector convention (EPSG 9606), so
/// <c>X' = d + (1 + s)(X + r × X)</c>. Parameters for the coordinate-frame convention (EPSG 9607, often that of American
/// and Australian tables) have the three rotations with the opposite sign.
/// </summary>
/// <param name="Dx">Shift along X, metres.</param>
/// <param name="Dy">Shift along Y, metres.</param>
/// <param name="Dz">Shift along Z, metres.</param>
/// <param name="Rx">Rotation about X, seconds of arc.</param>
/// <param name="Ry">Rotation about Y, seconds of arc.</param>
/// <param name="Rz">Rotation about Z, seconds of arc.</param>
/// <param name="ScalePpm">Scale, parts in a million.</param>
public sealed record DatumShift(
    double Dx, double Dy, double Dz, double Rx = 0, double Ry = 0, double Rz = 0, double ScalePpm = 0)
{
    private const double SecondsToRadians = Math.PI / 180 / 3600;

    // Beyond these a unit is wrong: no datum is so far off.
    private const double MostMetres = 5000;
    private const double MostSeconds = 60;
    private const double MostPpm = 200;

    /// <summary>True where nothing is moved.</summary>
    public bool IsZero => this == new DatumShift(0, 0, 0);

    /// <summary>Reads <c>dx,dy,dz</c> or <c>dx,dy,dz,rx,ry,rz,ppm</c>.</summary>
    /// <param name="text">Numbers with commas, semicolons or blanks between them.</param>
    /// <exception cref="InputException">Not three or seven numbers, or far from any datum's.</exception>
    public static DatumShift Parse(string text)
    {
        var parts = text.Split([',', ';', ' ', '，', '；', '\t'], StringSplitOptions.RemoveEmptyEntries);
        var numbers = new double[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], NumberStyles.Float, CultureInfo.InvariantCulture, out numbers[i])
                || !double.IsFinite(numbers[i]))
            {
                throw Refusal(text, new($"“{parts[i]}”不是数字", $"'{parts[i]}' is not a number"));
            }
        }

        return numbers.Length is 3 or 7
            ? Of(numbers, text)
            : throw Refusal(text, new(
                $"需要 3 个或 7 个参数，这里有 {parts.Length} 个", $"three or seven parameters are needed, here are {parts.Length}"));
    }

    /// <summary>The parameters of three or seven numbers.</summary>
    internal static DatumShift Of(IReadOnlyList<double> numbers, string text)
    {
        var shift = numbers.Count == 3
            ? new DatumShift(numbers[0], numbers[1], numbers[2])
            : new DatumShift(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6]);
        var metres = Math.Max(Math.Abs(shift.Dx), Math.Max(Math.Abs(shift.Dy), Math.Abs(shift.Dz)));
        var seconds = Math.Max(Math.Abs(shift.Rx), Math.Max(Math.Abs(shift.Ry), Math.Abs(shift.Rz)));
        return metres <= MostMetres && seconds <= MostSeconds && Math.Abs(shift.ScalePpm) <= MostPpm
            ? shift
            : throw Refusal(text, new(
                $"平移超过 {MostMetres} 米、旋转超过 {MostSeconds} 秒或尺度超过 {MostPpm} ppm：单位或顺序有误",
                $"a shift over {MostMetres} m, a rotation over {MostSeconds}″ or a scale over {MostPpm} ppm: a unit or the order is wrong"));
    }

    /// <summary>From the datum's geocentric metres to those of WGS 84; rotations are small angles, as in PROJ.</summary>
    internal (double X, double Y, double Z) Apply(double x, double y, double z)
    {
        var (rx, ry, rz) = (Rx * SecondsToRadians, Ry * SecondsToRadians, Rz * SecondsToRadians);
        var scale = 1 + (ScalePpm * 1e-6);
        return (
            Dx + (scale * (x - (rz * y) + (ry * z))),
            Dy + (scale * ((rz * x) + y - (rx * z))),
            Dz + (scale * ((-ry * x) + (rx * y) + z)));
    }

    /// <summary>The numbers as <see cref="Parse"/> reads them: three where there is no rotation and no scale.</summary>
    public override string ToString() => this == new DatumShift(Dx, Dy, Dz)
        ? FormattableString.Invariant($"{Dx},{Dy},{Dz}")
        : FormattableString.Invariant($"{Dx},{Dy},{Dz},{Rx},{Ry},{Rz},{ScalePpm}");

    private static InputException Refusal(string text, LocalText what) => InputException.Fatal(
        text, null, what,
        new LocalText(
            "按 dx,dy,dz[,rx,ry,rz,尺度] 给出：米、角秒、ppm，到 WGS 84 / CGCS2000 的方向，位置矢量（布尔沙）约定",
            "give dx,dy,dz[,rx,ry,rz,scale] in metres, seconds of arc and ppm, towards WGS 84 / CGCS2000, position-vector (Bursa-Wolf) convention"));
}
