using System.Text;
using System.Xml;

namespace SpatialPlanner.Data.Export.Kml;

/// <summary>Texts as XML 1.0 can hold them.</summary>
internal static class KmlText
{
    /// <summary>The text, every character that XML does not allow as U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <param name="changed">True where there was one.</param>
    public static string Clean(string text, out bool changed)
    {
        changed = false;
        for (var i = 0; i < text.Length && !changed; i++)
        {
            var pair = char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]);
            changed = !pair && !XmlConvert.IsXmlChar(text[i]);
            i += pair ? 1 : 0;
        }

        if (!changed)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Half of a surrogate pair comes as U+FFFD already.
            clean.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        }

        return clean.ToString();
    }
}
