using System.Globalization;

namespace SpatialPlanner.Tests.Support;

/// <summary>What GDAL makes of coordinates and their systems.</summary>
public static class Gdal
{
    /// <summary>Coordinates of many places by <c>gdaltransform</c>; x = easting or longitude.</summary>
    public static List<(double X, double Y)> Transform(string from, string to, IEnumerable<(double X, double Y)> places)
    {
        using var process = Command.Start("gdaltransform", ["-s_srs", from, "-t_srs", to, "-output_xy"], withInput: true);
        var output = process.StandardOutput.ReadToEndAsync();
        foreach (var (x, y) in places)
        {
            process.StandardInput.WriteLine(FormattableString.Invariant($"{x:R} {y:R}"));
        }

        process.StandardInput.Close();
        process.WaitForExit();
        return
        [
            .. output.Result.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
            {
                var parts = line.Split(' ');
                return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
            }),
        ];
    }

    /// <summary>A definition in another form by <c>gdalsrsinfo</c>, on one line.</summary>
    public static string SrsInfo(string form, string definition)
    {
        var (_, output, _) = Command.Run("gdalsrsinfo", "-o", form, "--single-line", definition);
        return output.Trim();
    }
}
