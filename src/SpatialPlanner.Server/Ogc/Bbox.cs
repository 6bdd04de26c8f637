using System.Globalization;
using NetTopologySuite.Geometries;
using SpatialPlanner.Server.Problems;

namespace SpatialPlanner.Server.Ogc;

/// <summary>The parameter <c>bbox</c> of OGC API – Features.</summary>
internal static class Bbox
{
    /// <summary>
    /// Reads <c>w,s,e,n</c> or, with heights that are ignored, <c>w,s,h,e,n,h</c>. A box across the antimeridian
    /// (w &gt; e) becomes the two boxes beside it.
    /// </summary>
    public static IReadOnlyList<Envelope> Parse(string text)
    {
        var numbers = text.Split(',');
        if (numbers.Length is not (4 or 6))
        {
            throw Invalid($"需要 4 或 6 个数，实为 {numbers.Length} 个", $"give 4 or 6 numbers, not {numbers.Length}");
        }

        var v = Array.ConvertAll(numbers, Number);
        var (w, s, e, n) = v.Length == 4 ? (v[0], v[1], v[2], v[3]) : (v[0], v[1], v[3], v[4]);
        if (Math.Abs(w) > 180 || Math.Abs(e) > 180 || Math.Abs(s) > 90 || Math.Abs(n) > 90)
        {
            throw Invalid("经度应在 ±180、纬度在 ±90 之内，顺序为 西,南,东,北",
                "longitudes are within ±180 and latitudes within ±90, in the order west,south,east,north");
        }

        if (s > n)
        {
            throw Invalid($"南 {numbers[1]} 大于北", "south is greater than north");
        }

        return w <= e ? [new Envelope(w, e, s, n)] : [new Envelope(w, 180, s, n), new Envelope(-180, e, s, n)];
    }

    private static double Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : throw Invalid($"“{text}”不是数", $"\"{text}\" is no number");

    private static ProblemException Invalid(string zh, string en) => HttpProblem.Invalid("bbox", zh, en);
}
