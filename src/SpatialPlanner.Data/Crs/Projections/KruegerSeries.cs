namespace SpatialPlanner.Data.Crs.Projections;

/// <summary>Krüger's series in the third flattening n, to n⁶ (Karney 2011, equations 35 and 36).</summary>
internal static class KruegerSeries
{
    /// <summary>α₁…α₆, from the conformal sphere to the plane.</summary>
    public static double[] Forward(double n) =>
    [
        Polynomial(n, 1, [1 / 2.0, -2 / 3.0, 5 / 16.0, 41 / 180.0, -127 / 288.0, 7891 / 37800.0]),
        Polynomial(n, 2, [13 / 48.0, -3 / 5.0, 557 / 1440.0, 281 / 630.0, -1983433 / 1935360.0]),
        Polynomial(n, 3, [61 / 240.0, -103 / 140.0, 15061 / 26880.0, 167603 / 181440.0]),
        Polynomial(n, 4, [49561 / 161280.0, -179 / 168.0, 6601661 / 7257600.0]),
        Polynomial(n, 5, [34729 / 80640.0, -3418889 / 1995840.0]),
        Polynomial(n, 6, [212378941 / 319334400.0]),
    ];

    /// <summary>β₁…β₆, from the plane to the conformal sphere.</summary>
    public static double[] Inverse(double n) =>
    [
        Polynomial(n, 1, [1 / 2.0, -2 / 3.0, 37 / 96.0, -1 / 360.0, -81 / 512.0, 96199 / 604800.0]),
        Polynomial(n, 2, [1 / 48.0, 1 / 15.0, -437 / 1440.0, 46 / 105.0, -1118711 / 3870720.0]),
        Polynomial(n, 3, [17 / 480.0, -37 / 840.0, -209 / 4480.0, 5569 / 90720.0]),
        Polynomial(n, 4, [4397 / 161280.0, -11 / 504.0, -830251 / 7257600.0]),
        Polynomial(n, 5, [4583 / 161280.0, -108847 / 3991680.0]),
        Polynomial(n, 6, [20648693 / 638668800.0]),
    ];

    /// <summary>
    /// Σ cⱼ sin 2j(ξ + iη), its real and imaginary part, by Clenshaw's recurrence: one sine and one hyperbolic sine
    /// for all six terms.
    /// </summary>
    public static (double Xi, double Eta) Sum(double[] c, double xi, double eta)
    {
        var (sin, cos) = Math.SinCos(2 * xi);
        var (sinh, cosh) = (Math.Sinh(2 * eta), Math.Cosh(2 * eta));

        // 2 cos 2(ξ + iη)
        var (re, im) = (2 * cos * cosh, -2 * sin * sinh);
        var (re1, im1, re2, im2) = (0.0, 0.0, 0.0, 0.0);
        for (var j = c.Length - 1; j >= 0; j--)
        {
            var next = (Re: (re * re1) - (im * im1) - re2 + c[j], Im: (re * im1) + (im * re1) - im2);
            (re2, im2, re1, im1) = (re1, im1, next.Re, next.Im);
        }

        var (sinRe, sinIm) = (sin * cosh, cos * sinh);
        return ((sinRe * re1) - (sinIm * im1), (sinRe * im1) + (sinIm * re1));
    }

    private static double Polynomial(double n, int firstPower, ReadOnlySpan<double> coefficients)
    {
        var sum = 0.0;
        for (var i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * n) + coefficients[i];
        }

        return sum * Math.Pow(n, firstPower);
    }
}
