using System.Text;

namespace SpatialPlanner.Tests.Export;

/// <summary>What a format, or the reader of a test, cannot hold: the whole list of exceptions to "to the letter".</summary>
public sealed record FormatLimits
{
    /// <summary>An empty text comes back as null (.dbf: nothing but blanks; CSV and XLSX as GDAL reads them).</summary>
    public bool EmptyIsNull { get; init; }

    /// <summary>Blanks at both ends of a text are lost (.dbf pads with them; KML as GDAL reads it).</summary>
    public bool Trims { get; init; }

    /// <summary>Blanks at the end of a text are lost (.dbf pads with them).</summary>
    public bool TrimsEnd { get; init; }

    /// <summary>Characters that XML 1.0 does not allow come back as U+FFFD (KML).</summary>
    public bool ReplacesControls { get; init; }

    /// <summary>The same stand as the escapes _xHHHH_ of the standard, which GDAL leaves as they are (XLSX).</summary>
    public bool EscapesControls { get; init; }

    /// <summary>A line end of two characters comes back as one (CSV as GDAL reads it).</summary>
    public bool JoinsLineEnds { get; init; }

    /// <summary>Real numbers that are whole lose the sign of zero (XLSX as GDAL reads it).</summary>
    public bool ZeroHasNoSign { get; init; }

    /// <summary>The limits of a format as GDAL reads it.</summary>
    public static FormatLimits OfGdal(string format) => format switch
    {
        "shp" => new() { EmptyIsNull = true, Trims = true },
        "csv" => new() { EmptyIsNull = true, JoinsLineEnds = true },
        "kml" => new() { Trims = true, ReplacesControls = true },
        "xlsx" => new() { EmptyIsNull = true, EscapesControls = true, ZeroHasNoSign = true },
        _ => new(),
    };

    /// <summary>What a value must be after the way there and back.</summary>
    public object? Expected(object? value) => value switch
    {
        string text => Expected(text),
        double real when ZeroHasNoSign && real == 0 => 0.0,
        _ => value,
    };

    private string? Expected(string text)
    {
        text = JoinsLineEnds ? text.Replace("\r\n", "\n", StringComparison.Ordinal) : text;
        text = Trims ? text.Trim(' ') : text;
        text = TrimsEnd ? text.TrimEnd(' ') : text;
        text = ReplacesControls ? Each(text, c => c < ' ' && c is not ('\t' or '\n' or '\r') ? "\uFFFD" : null) : text;
        text = EscapesControls
            ? Each(text.Replace("_x", "_x005F_x", StringComparison.Ordinal), c => c < ' ' && c is not ('\t' or '\n') ? $"_x{(int)c:X4}_" : null)
            : text;
        return EmptyIsNull && text.Length == 0 ? null : text;
    }

    private static string Each(string text, Func<char, string?> change)
    {
        var changed = new StringBuilder();
        foreach (var c in text)
        {
            changed.Append(change(c) ?? c.ToString());
        }

        return changed.ToString();
    }
}
