using System.Diagnostics;

namespace SpatialPlanner.Data.Crs;

/// <summary>Asks GDAL's <c>gdalsrsinfo</c>, where it is installed, for what the table does not know.</summary>
internal static class GdalSrsInfo
{
    private const string Program = "gdalsrsinfo";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Roots = ["PROJCS[", "GEOGCS[", "COMPD_CS["];

    /// <summary>WKT 1 of a definition (an EPSG code, WKT 2, a PROJ string).</summary>
    /// <param name="definition">What GDAL is to understand; never the name of a file.</param>
    /// <returns>The text, null where GDAL does not know it; and whether GDAL was there to be asked.</returns>
    public static (string? Wkt, bool WasAsked) Wkt1(string definition)
    {
        // TOWGS84 comes along only where PROJ's database knows one transformation for the whole area.
        var start = new ProcessStartInfo(Program, [
            "-o", "wkt1", "--single-line", "--config", "OSR_ADD_TOWGS84_ON_EXPORT_TO_WKT1", "YES", definition])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill();
                return (null, false);
            }

            _ = errors.Result;
            var wkt = output.Result.Trim();
            return (process.ExitCode == 0 && Roots.Any(r => wkt.StartsWith(r, StringComparison.Ordinal)) ? wkt : null, true);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return (null, false);
        }
    }
}
