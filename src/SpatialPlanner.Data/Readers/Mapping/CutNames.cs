using System.Text;

namespace SpatialPlanner.Data.Readers.Mapping;

/// <summary>What becomes of a name in a .dbf, which holds ten bytes of it.</summary>
internal static class CutNames
{
    private const int MostBytes = 10;

    /// <summary>The names under which a long one may come; none where it fits.</summary>
    /// <param name="name">Whole name.</param>
    public static IEnumerable<string> Of(string name)
    {
        if (name.All(char.IsAscii))
        {
            return name.Length <= MostBytes ? [] : [name[..MostBytes]];
        }

        // Three Chinese characters in UTF-8, five in GBK. One that is lost leaves the name clear; more do not:
        // of a code of a district the district would be left.
        return new[] { Cut(name, 3), Cut(name, 2) }.Where(cut => cut.Length == name.Length - 1);
    }

    private static string Cut(string name, int bytesOfChinese)
    {
        var (text, bytes) = (new StringBuilder(), 0);
        foreach (var c in name)
        {
            bytes += char.IsAscii(c) ? 1 : bytesOfChinese;
            if (bytes > MostBytes)
            {
                break;
            }

            text.Append(c);
        }

        return text.ToString();
    }
}
